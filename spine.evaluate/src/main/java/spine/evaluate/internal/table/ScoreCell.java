package spine.evaluate.internal.table;

import java.util.Locale;
import java.util.Set;

/** A cell of a table in which a score may stand. */
final class ScoreCell {
    /** What tables have in a cell without a score, besides nothing. */
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", ".", "-");

    private ScoreCell() {
    }

    static boolean isMissing(String field) {
        return MISSING.contains(field.toLowerCase(Locale.ROOT));
    }

    /** With a point or a comma before the decimals; not a number if it is none. */
    static double number(String field) {
        try {
            return Double.parseDouble(field.indexOf('.') < 0 ? field.replace(',', '.') : field);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
