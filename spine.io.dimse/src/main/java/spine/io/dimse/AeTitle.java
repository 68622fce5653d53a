package spine.io.dimse;

/** Titles of application entities: at most 16 characters of ASCII without backslash, blanks around them do not count (PS3.5 6.2). */
public final class AeTitle {
    private static final int MOST_CHARACTERS = 16;

    private AeTitle() {
    }

    /**
     * @return the title without blanks around it
     * @throws IllegalArgumentException with a sentence, if this can be no title
     */
    public static String of(String text) {
        String title = text.strip();
        boolean plain = title.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
        if (title.isEmpty() || title.length() > MOST_CHARACTERS || !plain) {
            throw new IllegalArgumentException("'" + text + "' is no title of an application entity, which has 1 to " + MOST_CHARACTERS
                    + " characters of ASCII without backslash.");
        }
        return title;
    }
}
