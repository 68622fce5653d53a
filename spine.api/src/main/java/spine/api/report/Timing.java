package spine.api.report;

/** How long the parts took, ms. The only fields of a report that differ between two runs on the same input. */
public record Timing(long totalMs, long readMs, long anatomyMs, long oedemaMs, long scoreMs, long writeMs) {

    /** Nothing was timed, as in a truth file. */
    public static final Timing NONE = new Timing(0, 0, 0, 0, 0, 0);
}
