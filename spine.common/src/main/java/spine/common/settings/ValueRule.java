package spine.common.settings;

import java.math.BigDecimal;

/**
 * What one value of a setting may be.
 *
 * @param type one of the types of Metatype (OSGi Compendium 105), such as {@code Long}
 * @param lowest of a number; null without such a bound
 * @param highest of a number; null without such a bound
 */
public record ValueRule(String type, BigDecimal lowest, BigDecimal highest) {

    /** @param min as Metatype has it, and {@code max}; what is no number is no bound */
    public static ValueRule of(String type, String min, String max) {
        return new ValueRule(type, bound(min), bound(max));
    }

    /** Without bounds. */
    public static ValueRule of(String type) {
        return new ValueRule(type, null, null);
    }

    /**
     * Reads a value.
     *
     * @return the same as its type
     * @throws IllegalArgumentException if it is none; the message goes on after "is" and names what it should be
     */
    public Object value(String text) {
        try {
            return switch (type) {
                case "Boolean" -> truth(text);
                case "Integer" -> inBounds(Integer.valueOf(text), new BigDecimal(text));
                case "Long" -> inBounds(Long.valueOf(text), new BigDecimal(text));
                case "Double" -> inBounds(Double.valueOf(text), new BigDecimal(text));
                case "Float" -> inBounds(Float.valueOf(text), new BigDecimal(text));
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number of the required kind" + (range().isEmpty() ? "" : " " + range()), e);
        }
    }

    private <T extends Number> T inBounds(T number, BigDecimal exact) {
        if (!Double.isFinite(number.doubleValue()) || lowest != null && exact.compareTo(lowest) < 0
                || highest != null && exact.compareTo(highest) > 0) {
            throw new IllegalArgumentException("out of its range " + range());
        }
        return number;
    }

    /** For a person; empty without bounds. */
    private String range() {
        if (lowest == null && highest == null) {
            return "";
        }
        return "(" + (lowest == null ? "at most " + highest : highest == null ? "at least " + lowest : lowest + " to " + highest) + ")";
    }

    /** Anything but the two words is a slip, and must not silently mean no. */
    private static Boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private static BigDecimal bound(String text) {
        try {
            return text == null || text.isBlank() ? null : new BigDecimal(text.trim());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
