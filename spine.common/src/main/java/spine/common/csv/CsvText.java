package spine.common.csv;

import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import spine.common.text.Decimals;

/** A CSV file as RFC 4180 has it, but with plain line feeds. Not for use by several threads. */
public final class CsvText {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

    private final StringBuilder text = new StringBuilder();
    private final int decimals;

    /** @param decimals how many decimals a {@link Double} gets at most */
    public CsvText(int decimals) {
        this.decimals = decimals;
    }

    /** Adds a line; numbers that are not finite become empty fields. */
    public CsvText line(Object... fields) {
        Object[] texts = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            texts[i] = fields[i] instanceof Double number ? Decimals.atMost(number, decimals, "") : fields[i];
        }
        text.append(FORMAT.format(texts)).append('\n');
        return this;
    }

    /** The same for fields in a collection, in its order. */
    public CsvText line(Collection<?> fields) {
        return line(fields.toArray());
    }

    /** All lines, each with its line feed. */
    @Override
    public String toString() {
        return text.toString();
    }
}
