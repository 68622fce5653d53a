package spine.common.text;

/** Words for a person. */
public final class Sentence {

    private Sentence() {
    }

    /** With a full stop, unless the words end with a sentence, or with a remark in brackets after one; empty words stay empty. */
    public static String of(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?]( \\(.*\\))?\\s*") ? words : words + ".";
    }
}
