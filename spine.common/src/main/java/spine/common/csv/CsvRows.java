package spine.common.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A CSV text (RFC 4180) whose first line names its columns. Empty lines are left out.
 *
 * @param columns in their order; the name may be empty
 * @param rows each with a field for every column, which is empty where a line ends early
 */
public record CsvRows(List<String> columns, List<Map<String, String>> rows) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true).setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL).build();
    /** Begins a file that a spreadsheet has saved as UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws IllegalArgumentException if it is no such text; the message says in a few words what is wrong, and in which line */
    public static CsvRows of(String text) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        long understood = 0;
        try (CSVParser parser = CSVParser.parse(plain, FORMAT)) {
            List<String> columns = parser.getHeaderNames();
            understood = parser.getCurrentLineNumber();
            if (columns.stream().filter(column -> !column.isEmpty()).distinct().count()
                    < columns.stream().filter(column -> !column.isEmpty()).count()) {
                throw new IllegalArgumentException("the first line names a column twice");
            }
            List<Map<String, String>> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                understood = parser.getCurrentLineNumber();
                if (line.size() > columns.size()) {
                    throw new IllegalArgumentException("line " + understood + " has more fields than the first");
                }
                Map<String, String> row = line.toMap();
                columns.forEach(column -> row.putIfAbsent(column, ""));
                rows.add(row);
            }
            return new CsvRows(columns, rows);
        } catch (IOException | UncheckedIOException quotes) {
            throw new IllegalArgumentException("line " + next(plain, understood)
                    + " has a quotation mark that is not closed, or one in a wrong place", quotes);
        }
    }

    /** Number of the next line that is not empty, counted from 1. */
    private static long next(String text, long understood) {
        return understood + 1 + text.lines().skip(understood).takeWhile(String::isEmpty).count();
    }
}
