package spine.launcher.doctor;

/**
 * One thing that was found.
 *
 * @param sentence for a person
 */
record Finding(State state, String sentence) {

    /** How it stands. */
    enum State {
        /** As it should be. */
        OK("ok"),
        /** Was not, and is now. */
        MENDED("mended"),
        /** Is not. */
        WRONG("WRONG");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String sentence) {
        return new Finding(State.OK, sentence);
    }

    static Finding mended(String sentence) {
        return new Finding(State.MENDED, sentence);
    }

    static Finding wrong(String sentence) {
        return new Finding(State.WRONG, sentence);
    }
}
