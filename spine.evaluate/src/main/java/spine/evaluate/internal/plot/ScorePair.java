package spine.evaluate.internal.plot;

/**
 * Whose scores a plot compares.
 *
 * @param id of the plot in its page
 * @param title what is compared
 * @param first whose scores lie on the horizontal axis
 * @param second whose scores lie on the vertical axis
 */
public record ScorePair(String id, String title, String first, String second) {

    /** Of reports against their truth. */
    public static ScorePair ofTruth(String total) {
        return new ScorePair(total, total, "truth", "prediction");
    }
}
