package spine.io.dimse.toolkit;

import java.util.regex.Pattern;

/** Unique identifiers from outside. */
public final class Uid {
    /** PS3.5 9.1, but for zeros at the beginning of a component, which exist. */
    private static final Pattern FORM = Pattern.compile("(?=.{1,64}$)\\d+(\\.\\d+)*");

    private Uid() {
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * For UIDs that are asked for: anything else could be a wildcard or a list, by which more would come.
     *
     * @throws IllegalArgumentException with a sentence, if this is none
     */
    public static String checked(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("'" + text + "' is no UID, which has at most 64 digits and dots.");
        }
        return text;
    }
}
