package spine.doors.internal.inbox;

/** Nothing of an entry is taken; the message is a sentence that says why. */
final class EntryRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    EntryRefusedException(String sentence) {
        super(sentence);
    }
}
