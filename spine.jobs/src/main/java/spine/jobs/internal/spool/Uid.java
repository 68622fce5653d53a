package spine.jobs.internal.spool;

import java.util.regex.Pattern;

/** Unique identifiers (PS3.5 9.1). They become names of files, so that nothing else may pass for one. */
public final class Uid {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Uid() {
    }

    public static boolean isUid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if it is none */
    static String require(String text) {
        if (!isUid(text)) {
            throw new IllegalArgumentException("That is no UID.");
        }
        return text;
    }
}
