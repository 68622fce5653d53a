package spine.agreement.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spine.agreement.Pairs;
import spine.agreement.Readings;

/** A table that reference.R wrote: columns by name, missing cells NaN. */
final class ReferenceSet {
    private final Map<String, String[]> columns = new LinkedHashMap<>();

    ReferenceSet(String file) throws IOException {
        List<String> lines = lines(file);
        String[] header = lines.get(0).split(",");
        for (int c = 0; c < header.length; c++) {
            int column = c;
            columns.put(header[c], lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toArray(String[]::new));
        }
    }

    static List<String> lines(String file) throws IOException {
        try (InputStream in = ReferenceSet.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    String[] texts(String column) {
        return columns.get(column);
    }

    double[] numbers(String column) {
        return Arrays.stream(columns.get(column)).mapToDouble(cell -> cell.equals("NA") ? Double.NaN : Double.parseDouble(cell)).toArray();
    }

    Pairs pairs(String first, String second) {
        return Pairs.of(numbers(first), numbers(second));
    }

    /** The columns of all raters, such as r1, r2, r3. */
    Readings readings(String prefix) {
        List<double[]> raters = columns.keySet().stream().filter(name -> name.matches(prefix + "\\d")).map(this::numbers).toList();
        return Readings.of(IntStream.range(0, raters.get(0).length)
                .mapToObj(i -> raters.stream().mapToDouble(rater -> rater[i]).toArray()).toArray(double[][]::new));
    }
}
