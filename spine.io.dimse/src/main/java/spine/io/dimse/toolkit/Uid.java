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
}
