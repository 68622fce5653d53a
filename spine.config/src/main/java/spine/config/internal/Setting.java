package spine.config.internal;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.metatype.AttributeDefinition;
import spine.common.settings.ValueRule;

/** One setting as its metatype describes it. */
final class Setting {
    private final AttributeDefinition definition;
    private final ValueRule rule;

    /** Without bounds that could be named. */
    Setting(AttributeDefinition definition) {
        this(definition, ValueRule.of(typeName(definition)));
    }

    /** @param rule with the bounds, which the Metatype service applies and does not tell */
    Setting(AttributeDefinition definition, ValueRule rule) {
        this.definition = definition;
        this.rule = rule;
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
        Object value = rule.value(text);
        String[] options = definition.getOptionValues();
        if (options != null && options.length > 0 && !List.of(options).contains(text)) {
            throw new IllegalArgumentException("not one of " + String.join(", ", options));
        }
        String objection = definition.validate(text);
        if (objection != null && !objection.isEmpty()) {
            throw new IllegalArgumentException("out of its range (" + objection + ")");
        }
        return value;
    }

    private static String typeName(AttributeDefinition definition) {
        return switch (definition.getType()) {
            case AttributeDefinition.BOOLEAN -> "Boolean";
            case AttributeDefinition.INTEGER -> "Integer";
            case AttributeDefinition.LONG -> "Long";
            case AttributeDefinition.DOUBLE -> "Double";
            case AttributeDefinition.FLOAT -> "Float";
            default -> "String";
        };
    }
}
