package spine.evaluate.internal.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;

/**
 * A CSV file with a header.
 *
 * @param file where it was read from
 * @param header names of the columns
 * @param lines the others that are not blank
 */
record CsvTable(Path file, List<String> header, List<Line> lines) {

    /**
     * @param number counted from 1, the header and blank lines included
     * @param fields as many as the header has
     */
    record Line(int number, List<String> fields) {
    }

    /** @throws UnusableInputException if it is no such file, or a line has another number of fields than the header */
    static CsvTable read(Path file) throws UnusableInputException, IOException {
        List<String> header = null;
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : texts(file)) {
            number++;
            List<String> fields = fields(text);
            if (text.isBlank()) {
                continue;
            }
            if (header == null) {
                header = fields;
            } else if (fields.size() != header.size()) {
                throw new UnusableInputException("Line " + number + " of " + file + " has " + fields.size()
                        + " fields where the header has " + header.size() + ".");
            } else {
                lines.add(new Line(number, fields));
            }
        }
        return new CsvTable(file, header == null ? List.of() : header, lines);
    }

    private static List<String> texts(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + " is not a file.");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notText) {
            throw new UnusableInputException(file + " is not a text file in UTF-8.", notText);
        }
    }

    /** Fields between commas; quotes around a field are taken away. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : (line.startsWith("\uFEFF") ? line.substring(1) : line).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
