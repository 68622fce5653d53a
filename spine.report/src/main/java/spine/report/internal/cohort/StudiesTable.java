package spine.report.internal.cohort;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import spine.api.UnusableInputException;
import spine.common.csv.CsvText;
import spine.common.file.BoundedFile;

/** {@code studies.csv}: what became of each study, by its name as the table has it. */
final class StudiesTable {
    static final String FILE = "studies.csv";
    /** Bytes: some hundred thousand studies. */
    private static final int LONGEST = 256 << 20;
    /** Begins a file that a spreadsheet has saved as UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true).build();

    private final Map<String, StudyState> states = new LinkedHashMap<>();

    /** @throws UnusableInputException if the file is no such table; the sentence names it */
    static StudiesTable read(Path file) throws UnusableInputException, IOException {
        StudiesTable table = new StudiesTable();
        if (!Files.exists(file)) {
            return table;
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), FORMAT)) {
            for (CSVRecord line : parser) {
                Map<String, String> row = line.toMap();
                if (row.get("study") == null || row.get("status") == null) {
                    throw new IllegalArgumentException("line " + parser.getCurrentLineNumber() + " has no study with a status");
                }
                table.states.put(row.get("study"),
                        new StudyState(row.get("status"), row.getOrDefault("reason", ""), row.getOrDefault("warnings", "")));
            }
        } catch (IllegalArgumentException | UncheckedIOException broken) {
            throw new UnusableInputException(file + " is not a table of studies: " + broken.getMessage() + ".", broken);
        }
        return table;
    }

    private static String text(Path file) throws UnusableInputException, IOException {
        try {
            BoundedFile.requireRegular(file);
            if (Files.size(file) > LONGEST) {
                throw new UnusableInputException(file + " is not a table of studies, because it has more than " + LONGEST + " bytes.");
            }
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(file + " is not a table of studies, because it is not in UTF-8.", e);
        }
    }

    /** By names of studies as the table has them, in its order. */
    Map<String, StudyState> states() {
        return states;
    }

    /** The name that stands in the table for a study: one that a spreadsheet would take for a formula is written otherwise. */
    static String name(String study) {
        return CsvText.text(study);
    }
}
