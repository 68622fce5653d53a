package spine.evaluate.internal.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import spine.api.UnusableInputException;

/**
 * A table with a header, as spreadsheets and R write it: separated by commas, semicolons or tabs. Quotes are dropped, also those that a
 * field holds; empty lines and columns without a name and a value are nothing.
 *
 * @param file where it was read from
 * @param header names of the columns
 * @param lines the others that are not blank
 */
record CsvTable(Path file, List<String> header, List<Line> lines) {

    /**
     * @param number in the file, counted from 1, the header and blank lines included
     * @param fields as many as the header has
     */
    record Line(long number, List<String> fields) {

        boolean isBlank() {
            return fields.stream().allMatch(String::isBlank);
        }

        /** With as many fields, without those at the end that are empty. */
        Line cut(int width) {
            int filled = fields.size();
            while (filled > width && fields.get(filled - 1).isBlank()) {
                filled--;
            }
            return new Line(number, fields.subList(0, filled));
        }

        Line without(int column) {
            List<String> others = new ArrayList<>(fields);
            others.remove(column);
            return new Line(number, others);
        }
    }

    /** @throws UnusableInputException if it is no such file, or a line has another number of fields than the header */
    static CsvTable read(Path file) throws UnusableInputException, IOException {
        TableText text = TableText.read(file);
        List<Line> lines = lines(file, text);
        if (lines.isEmpty()) {
            return new CsvTable(file, List.of(), List.of());
        }
        Line first = lines.remove(0);
        List<String> header = new ArrayList<>(first.cut(1).fields);
        int named = header.size();
        // R names the columns of values alone where it writes the names of the rows too. Between commas it may be a decimal comma as well.
        if (text.separator() != ',' && !lines.isEmpty() && lines.stream().allMatch(line -> line.cut(named).fields.size() == named + 1)) {
            header.add(0, "");
        }
        List<Line> cut = new ArrayList<>();
        for (Line line : lines) {
            Line own = line.cut(header.size());
            if (own.fields.size() != header.size()) {
                throw new UnusableInputException("Line " + line.number + " of " + file + " has " + own.fields.size()
                        + " fields where the header has " + header.size() + (text.separator() == ','
                                ? ". Numbers with a decimal comma need quotes, or semicolons or tabs between the fields." : "."));
            }
            cut.add(own);
        }
        return new CsvTable(file, List.copyOf(header), List.copyOf(cut));
    }

    /** The same without a column. */
    CsvTable without(int column) {
        return new CsvTable(file, new Line(0, header).without(column).fields, lines.stream().map(line -> line.without(column)).toList());
    }

    /** The fields of a column, from above. */
    List<String> column(int column) {
        return lines.stream().map(line -> line.fields.get(column).strip()).toList();
    }

    private static List<Line> lines(Path file, TableText text) throws UnusableInputException, IOException {
        List<Line> lines = new ArrayList<>();
        long before = text.skipped();
        long number = before;
        try (CSVParser parser = CSVParser.parse(text.text(), CSVFormat.RFC4180.builder().setDelimiter(text.separator()).build())) {
            for (CSVRecord record : parser) {
                number = before + parser.getCurrentLineNumber();
                Line line = new Line(number, record.stream().map(field -> field.replace("\"", "")).toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        } catch (UncheckedIOException misplacedQuote) {
            throw new UnusableInputException("Line " + (number + 1) + " of " + file + " has a quote that does not enclose its field.",
                    misplacedQuote);
        }
        return lines;
    }
}
