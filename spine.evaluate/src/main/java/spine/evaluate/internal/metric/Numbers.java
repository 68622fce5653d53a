package spine.evaluate.internal.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text, the same on every machine. */
public final class Numbers {

    private Numbers() {
    }

    /** With so many decimals, a dash if unknown. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.toPlainString();
    }

    /** With at most so many decimals, empty if unknown. */
    public static String field(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
