package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file beside result folders, as another program reads it. */
record Table(List<Map<String, String>> rows) {
    private static final String FORMULA = "(?s)[=+@-].*";
    private static final String NUMBER = "-?[0-9.]+(E-?[0-9]+)?";
    private static final String CONTROL = "(?s).*[\\x00-\\x08\\x0b-\\x1f\\x7f].*";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

    /** Without rows if there is no such file. */
    static Table read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Table(List.of());
        }
        try (CSVParser parser = CSVParser.parse(Files.readString(file), FORMAT)) {
            return new Table(parser.getRecords().stream().map(CSVRecord::toMap).toList());
        }
    }

    List<Map<String, String>> with(String column, String value) {
        return rows.stream().filter(row -> value.equals(row.get(column))).toList();
    }

    /** Whether a spreadsheet would run a cell, or a terminal obey it. */
    boolean hasActiveCell() {
        return rows.stream().flatMap(row -> row.values().stream()).anyMatch(cell -> cell.matches(FORMULA) && !cell.matches(NUMBER)
                || cell.matches(CONTROL));
    }
}
