package spine.api.score;

/**
 * Where the true total of a study lies with a stated coverage.
 *
 * @param lower least total, at least 0
 * @param upper highest total, at least {@code lower}
 */
public record ScoreInterval(double lower, double upper) {

    /** @throws IllegalArgumentException if it is empty or reaches below 0 */
    public ScoreInterval {
        if (!(lower >= 0 && upper >= lower)) {
            throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
        }
    }

    /** Whether the total lies in it, its ends included. */
    public boolean contains(double total) {
        return lower <= total && total <= upper;
    }
}
