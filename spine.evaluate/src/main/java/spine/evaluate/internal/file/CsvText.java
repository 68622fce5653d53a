package spine.evaluate.internal.file;

import java.util.Arrays;
import java.util.stream.Collectors;
import spine.evaluate.internal.metric.Numbers;

/** A CSV file as RFC 4180 has it, with plain line feeds. */
final class CsvText {
    private static final int DECIMALS = 6;

    private final StringBuilder text = new StringBuilder();

    /** Fields: texts, or numbers of which an unknown one is left empty. */
    CsvText line(Object... fields) {
        text.append(Arrays.stream(fields).map(CsvText::field).collect(Collectors.joining(",", "", "\n")));
        return this;
    }

    private static String field(Object value) {
        if (value instanceof Double number) {
            return Numbers.field(number, DECIMALS);
        }
        String word = value.toString();
        boolean plain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
