package spine.common.csv;

import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import spine.common.text.Decimals;

/**
 * A CSV file as RFC 4180 has it, but with plain line feeds. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it, by which spreadsheets know a text (OWASP, CSV injection). Not for use by several threads.
 */
public final class CsvText {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

    /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static final Pattern NUMBER = Pattern.compile("-|[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

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
            texts[i] = fields[i] instanceof Double number ? Decimals.atMost(number, decimals, "")
                    : fields[i] instanceof CharSequence text ? text(text.toString()) : fields[i];
        }
        text.append(FORMAT.format(texts)).append('\n');
        return this;
    }

    /** A text as it stands in a field; numbers in plain notation and a dash for nothing stay as they are. Repeating it changes nothing. */
    public static String text(String raw) {
        boolean formula = !raw.isEmpty() && FORMULA.indexOf(raw.charAt(0)) >= 0 && !NUMBER.matcher(raw).matches();
        return formula ? "'" + raw : raw;
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
