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
}
