package spine.evaluate.internal.stats;

/** How a 95 % confidence interval was computed. */
public enum IntervalMethod {
    NONE(""), WILSON("Wilson"), FISHER_Z("Fisher z"), F("F distribution"), T("t distribution"), BOOTSTRAP("patient bootstrap");

    private final String words;

    IntervalMethod(String words) {
        this.words = words;
    }

    /** The name for a table, empty for no interval. */
    public String words() {
        return words;
    }
}
