package spine.runtime;

import java.util.Objects;
import java.util.Optional;

import org.osgi.framework.Version;

/**
 * One version of one model, written {@code ID@VERSION}.
 *
 * @param id as in the model's card
 * @param version in full, {@code 1.1.0} where {@code 1.1} was given
 */
public record ModelName(String id, String version) {

    public ModelName {
        Objects.requireNonNull(id, "id");
        version = full(version);
    }

    /** Empty if the text is no such name. */
    public static Optional<ModelName> parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || !text.substring(at + 1).matches("\\d{1,9}(\\.\\d{1,9}){0,2}(\\.[\\w-]+)?")) {
            return Optional.empty();
        }
        return Optional.of(new ModelName(text.substring(0, at), text.substring(at + 1)));
    }

    /** @throws IllegalArgumentException with a sentence, if the text is no such name */
    public static ModelName of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("A model is named ID@VERSION, such as spine.model.bmo@1.0.0; "
                + text + " is not."));
    }

    private static String full(String version) {
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException asItIs) {
            return version;
        }
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
