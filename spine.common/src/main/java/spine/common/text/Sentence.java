package spine.common.text;

/** Words for a person. */
public final class Sentence {

    private Sentence() {
    }

    /** With a full stop, unless the words end a sentence already; empty words stay empty. */
    public static String of(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?][)\"]?\\s*") ? words : words + ".";
    }

    /** The same with a remark in brackets before the full stop. */
    public static String of(String words, String remark) {
        return words.replaceFirst("\\.\\s*$", "") + " (" + remark + ").";
    }
}
