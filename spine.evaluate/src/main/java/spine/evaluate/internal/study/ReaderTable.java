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
 * Scores of several readers: a CSV file with a header, first column the patient, then one column per reader.
 *
 * @param readers their names
 * @param scores {@code [patient][reader]}
 */
public record ReaderTable(List<String> readers, double[][] scores) {

    /** @throws UnusableInputException if the file is not such a table with two patients and two readers at least */
    public static ReaderTable read(Path file) throws UnusableInputException, IOException {
        List<String> header = null;
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> fields = fields(line);
            if (header == null) {
                header = fields;
            } else if (fields.size() != header.size()) {
                throw new UnusableInputException("Line " + number + " of " + file + " has " + fields.size()
                        + " fields where the header has " + header.size() + ".");
            } else {
                rows.add(scores(fields, header, number, file));
            }
        }
        if (header == null || header.size() < 3 || rows.size() < 2) {
            throw new UnusableInputException(file + " needs a header, a column for the patient, columns of two readers and lines"
                    + " of two patients at least.");
        }
        return new ReaderTable(List.copyOf(header.subList(1, header.size())), rows.toArray(new double[0][]));
    }

    private static List<String> lines(Path file) throws UnusableInputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(file + " is not a file.");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notText) {
            throw new UnusableInputException(file + " is not a text file in UTF-8.", notText);
        }
    }

    private static double[] scores(List<String> fields, List<String> header, int line, Path file) throws UnusableInputException {
        double[] scores = new double[fields.size() - 1];
        for (int i = 0; i < scores.length; i++) {
            String field = fields.get(i + 1).strip();
            try {
                scores[i] = Double.parseDouble(field);
            } catch (NumberFormatException notANumber) {
                scores[i] = Double.NaN;
            }
            if (!Double.isFinite(scores[i])) {
                throw new UnusableInputException("Line " + line + " of " + file + " has \"" + field + "\" where the score of "
                        + header.get(i + 1) + " should be: every column after the first must hold the scores of one reader.");
            }
        }
        return scores;
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
