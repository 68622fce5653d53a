package spine.io.dicom.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code docs/dicom-conformance.md}. */
public final class ConformanceStatement {
    private static final Path FILE = Path.of("..", "docs", "dicom-conformance.md");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\((\\p{XDigit}{4}),(\\p{XDigit}{4})\\)");

    private ConformanceStatement() {
    }

    /** The rows of the first table below a heading, without its own two first lines; code marks are taken off. */
    public static List<List<String>> table(String heading) throws IOException {
        List<List<String>> rows = Files.readAllLines(FILE).stream().dropWhile(line -> !line.equals(heading)).dropWhile(line -> !isRow(line))
                .takeWhile(ConformanceStatement::isRow).skip(2).map(ConformanceStatement::cells).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no table below " + heading);
        }
        return rows;
    }

    /** The tags in a cell that names attributes. */
    public static List<Integer> tags(String cell) {
        return ATTRIBUTE.matcher(cell).results().map(found -> Integer.parseUnsignedInt(found.group(1) + found.group(2), 16)).toList();
    }

    private static boolean isRow(String line) {
        return line.startsWith("|");
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1, row.length() - 1).split("\\|")).map(cell -> cell.replace("`", "").strip()).toList();
    }
}
