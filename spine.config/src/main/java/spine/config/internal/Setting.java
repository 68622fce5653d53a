package spine.config.internal;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.metatype.AttributeDefinition;

/** One setting as its metatype describes it. */
final class Setting {
    private final AttributeDefinition definition;

    Setting(AttributeDefinition definition) {
        this.definition = definition;
    }

    String key() {
        return definition.getID();
    }

    /** The value that counts without any file; empty if there is none. */
    String defaultText() {
        String[] values = definition.getDefaultValue();
        return values == null ? "" : String.join(", ", values);
    }

    /** The same, written as every value of that type is. */
    String standardText() {
        String text = defaultText();
        try {
            return SettingText.of(value(text));
        } catch (IllegalArgumentException noneOrUnfit) {
            return text;
        }
    }

    /** Whether its value must not be shown. */
    boolean isSecret() {
        return definition.getType() == AttributeDefinition.PASSWORD;
    }

    /**
     * @param text value in a file; several values are separated by commas
     * @return the same as the type the setting has
     * @throws IllegalArgumentException if it is none; the message goes on after "is" and names what it should be
     */
    Object value(String text) {
        if (definition.getCardinality() == 0) {
            return single(text);
        }
        List<Object> values = Arrays.stream(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).map(this::single).toList();
        Object array = Array.newInstance(values.isEmpty() ? String.class : values.get(0).getClass(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private Object single(String text) {
        Object value;
        try {
            value = switch (definition.getType()) {
                case AttributeDefinition.BOOLEAN -> truth(text);
                case AttributeDefinition.INTEGER -> Integer.valueOf(text);
                case AttributeDefinition.LONG -> Long.valueOf(text);
                case AttributeDefinition.DOUBLE -> Double.valueOf(text);
                case AttributeDefinition.FLOAT -> Float.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number of the required kind", e);
        }
        String objection = definition.validate(text);
        if (objection != null && !objection.isEmpty()) {
            throw new IllegalArgumentException("out of its range (" + objection + ")");
        }
        return value;
    }

    /** Anything but the two words is a slip, and must not silently mean no. */
    private static Boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
    }
}
