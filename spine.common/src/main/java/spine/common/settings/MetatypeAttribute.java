package spine.common.settings;

import java.util.List;

/**
 * One setting as a bundle describes it.
 *
 * @param cardinality 0 for one value, otherwise several between commas
 * @param defaultText what counts without any file; empty if there is none
 * @param options what it may be; empty for anything
 */
public record MetatypeAttribute(String id, ValueRule rule, int cardinality, String defaultText, List<String> options) {

    public MetatypeAttribute {
        options = List.copyOf(options);
    }

    /** @throws IllegalArgumentException if the text is no value; the message goes on after "is" */
    public void check(String text) {
        for (String value : cardinality == 0 ? new String[] {text} : text.split(",")) {
            rule.value(value.trim());
            if (!options.isEmpty() && !options.contains(value.trim())) {
                throw new IllegalArgumentException("not one of " + String.join(", ", options));
            }
        }
    }
}
