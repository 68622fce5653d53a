package spine.common.text;

/**
 * Text from outside on its way to a terminal or a log: names of files, values of DICOM, headers of bundles, messages of foreign code.
 * Escape sequences would move the cursor, a line feed would begin a line that spine did not write, and marks of writing direction would
 * show a name other than it is.
 */
public final class PlainText {
    /** Characters; longer than any name or number that a person wrote. */
    private static final int EXCERPT = 200;
    private static final String HEX = "0123456789abcdef";

    private PlainText() {
    }

    /** The text in one line: every character that is not shown as itself is written as Java and JSON write it, by its number. */
    public static String line(String raw) {
        return clean(raw, false);
    }

    /** The same for text of several lines, in which line feeds and tabs stay. */
    public static String lines(String raw) {
        return clean(raw, true);
    }

    /** The text in one line as a part of a sentence: at most {@value #EXCERPT} of its characters. */
    public static String excerpt(String raw) {
        return excerpt(raw, EXCERPT);
    }

    /** @param most characters of the text that are kept, at least 4; what is longer ends in three dots */
    public static String excerpt(String raw, int most) {
        if (raw.length() <= most) {
            return line(raw);
        }
        int end = most - 3;
        return line(raw.substring(0, Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end)) + "...";
    }

    private static String clean(String raw, boolean lines) {
        int first = 0;
        while (first < raw.length() && isShown(raw.charAt(first), lines)) {
            first++;
        }
        if (first == raw.length()) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length() + 16).append(raw, 0, first);
        for (int i = first; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isShown(c, lines)) {
                clean.append(c);
            } else {
                clean.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15)).append(HEX.charAt(c >> 4 & 15))
                        .append(HEX.charAt(c & 15));
            }
        }
        return clean.toString();
    }

    private static boolean isShown(char c, boolean lines) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> lines && (c == '\n' || c == '\t');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> isPartOfWords(c);
            default -> true;
        };
    }

    /**
     * Soft hyphens, and the joiners of Persian and Indic scripts; others of their kind turn the direction of writing (UAX 9), or only hide.
     */
    private static boolean isPartOfWords(char c) {
        return c == '\u00ad' || c == '\u200c' || c == '\u200d';
    }
}
