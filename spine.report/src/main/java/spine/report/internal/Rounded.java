package spine.report.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a reader wants them: as many decimals as mean something, half away from zero, no trailing zeros. */
public final class Rounded {

    private Rounded() {
    }

    /** A decimal number without exponent; {@code ""} if it is not finite. */
    public static String text(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The same as a JSON number, whole numbers without a point; null if it is not finite. */
    public static JsonNode json(double value, int decimals) {
        String text = text(value, decimals);
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        if (text.indexOf('.') >= 0) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        long whole = Long.parseLong(text);
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }
}
