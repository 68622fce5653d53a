package spine.agreement;

/**
 * A two-sided confidence interval.
 *
 * @param lower lower end, finite
 * @param upper upper end, finite, not below the lower
 * @param confidence between 0 and 1, such as 0.95
 * @param method how the ends were found
 */
public record Interval(double lower, double upper, double confidence, IntervalMethod method) {

    /** @throws IllegalArgumentException if an end is not finite, they are in the wrong order, or the confidence is not between 0 and 1 */
    public Interval {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("An interval cannot go from " + lower + " to " + upper + ".");
        }
        confident(confidence);
    }

    /**
     * The confidence, if it can be one.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public static double confident(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence + ".");
        }
        return confidence;
    }
}
