package spine.common.text;

/** Text from outside as a part of a sentence: short, on one line, and without what a terminal would obey. */
public final class OneLine {
    /** Longer than any name or number that a person wrote. */
    private static final int LONGEST = 200;

    private OneLine() {
    }

    /** At most {@value #LONGEST} characters of the text, each control character replaced by a question mark. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** @param most characters that are kept, at least 4; what is longer ends in three dots */
    public static String of(String text, int most) {
        int end = text.length() <= most ? text.length() : most - 3;
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder line = new StringBuilder(end + 3);
        text.codePoints().limit(text.codePointCount(0, end)).forEach(c -> line.appendCodePoint(isSafe(c) ? c : '?'));
        return end < text.length() ? line.append("...").toString() : line.toString();
    }

    /** Also lone halves of a pair, which no encoding can write, and marks that turn the direction of what follows. */
    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
