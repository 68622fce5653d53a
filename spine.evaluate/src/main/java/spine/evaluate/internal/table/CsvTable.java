package spine.evaluate.internal.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import spine.api.UnusableInputException;

/**
 * A CSV file with a header. Quotes are dropped, also those that a field holds.
 *
 * @param file where it was read from
 * @param header names of the columns
 * @param lines the others that are not blank
 */
record CsvTable(Path file, List<String> header, List<Line> lines) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * @param number in the file, counted from 1, the header and blank lines included
     * @param fields as many as the header has
     */
    record Line(long number, List<String> fields) {
    }

    /** @throws UnusableInputException if it is no such file, or a line has another number of fields than the header */
    static CsvTable read(Path file) throws UnusableInputException, IOException {
        List<String> header = null;
        List<Line> lines = new ArrayList<>();
        for (Line line : lines(file)) {
            List<String> fields = line.fields;
            if (fields.size() == 1 && fields.get(0).isBlank()) {
                continue;
            }
            if (header == null) {
                header = fields;
            } else if (fields.size() != header.size()) {
                throw new UnusableInputException("Line " + line.number + " of " + file + " has " + fields.size()
                        + " fields where the header has " + header.size() + ".");
            } else {
                lines.add(line);
            }
        }
        return new CsvTable(file, header == null ? List.of() : header, lines);
    }

    private static List<Line> lines(Path file) throws UnusableInputException, IOException {
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text(file), CSVFormat.RFC4180)) {
            for (CSVRecord line : parser) {
                lines.add(new Line(parser.getCurrentLineNumber(), line.stream().map(field -> field.replace("\"", "")).toList()));
            }
        } catch (UncheckedIOException misplacedQuote) {
            throw new UnusableInputException("Line " + (lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number + 1) + " of " + file
                    + " has a quote that does not enclose its field.", misplacedQuote);
        }
        return lines;
    }

    private static String text(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + " is not a file.");
        }
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException notText) {
            throw new UnusableInputException(file + " is not a text file in UTF-8.", notText);
        }
    }
}
