package spine.deidentify.internal.profile;

/** What is done with an attribute (PS3.15 table E.1-1a). A sequence that is kept is entered: each attribute in it has its own action. */
public enum Action {
    REMOVE("removed"), EMPTY("emptied"), DUMMY("replaced by a dummy value"), NEW_UID("replaced by a new UID"),
    PSEUDONYM("replaced by a pseudonym"), CLEAN("reduced to known words"), SHIFT("date moved"), KEEP("kept");

    private final String words;

    Action(String words) {
        this.words = words;
    }

    /** As the report says it. */
    public String words() {
        return words;
    }
}
