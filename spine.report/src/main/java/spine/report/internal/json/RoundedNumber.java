package spine.report.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import spine.common.text.Decimals;

/** Numbers with as many decimals as their precision warrants, half away from zero, no trailing zeros. */
public final class RoundedNumber {
    /** 2 to the power of 53: from here on a double says nothing about the last digits. An index may give such a number. */
    private static final double MOST_WHOLE = 0x1p53;

    private RoundedNumber() {
    }

    /** A JSON number with at most so many decimals, a whole number without a point; null if it is not finite. */
    public static JsonNode of(double value, int decimals) {
        String text = Decimals.atMost(value, decimals, "");
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        if (text.indexOf('.') >= 0) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        if (Math.abs(value) >= MOST_WHOLE) {
            return DoubleNode.valueOf(value);
        }
        long whole = Long.parseLong(text);
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }
}
