package spine.common.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as decimal text: rounded half away from zero, with a point, without exponent, the same in every locale. */
public final class Decimals {

    private Decimals() {
    }

    /**
     * The number with exactly so many decimals.
     *
     * @param unknown the text for a number that is not finite
     */
    public static String fixed(double value, int decimals, String unknown) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString() : unknown;
    }

    /**
     * The number with at most so many decimals: no trailing zeros, no negative zero.
     *
     * @param unknown the text for a number that is not finite
     */
    public static String atMost(double value, int decimals, String unknown) {
        if (!Double.isFinite(value)) {
            return unknown;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /**
     * The finite number with so many decimals, and more if it takes more to see on which side of a limit it lies: 0.1098 is not 0.11 where
     * the limit is that. A number that reaches the limit is on its upper side.
     */
    public static String besides(double value, double limit, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal bound = BigDecimal.valueOf(limit);
        boolean below = exact.compareTo(bound) < 0;
        int digits = decimals;
        while (exact.scale() > digits && below != exact.setScale(digits, RoundingMode.HALF_UP).compareTo(bound) < 0) {
            digits++;
        }
        return fixed(value, digits, "");
    }
}
