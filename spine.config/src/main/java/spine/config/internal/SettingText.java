package spine.config.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value of a setting as one text, the same for equal values: {@code 10} and {@code 10.0} are the same number. */
final class SettingText {
    private static final String BETWEEN = ", ";

    private SettingText() {
    }

    static String of(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(SettingText::of).collect(Collectors.joining(BETWEEN));
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value)).mapToObj(i -> of(Array.get(value, i))).collect(Collectors.joining(BETWEEN));
        }
        if ((value instanceof Double || value instanceof Float) && Double.isFinite(((Number) value).doubleValue())) {
            BigDecimal number = new BigDecimal(value.toString());
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }
}
