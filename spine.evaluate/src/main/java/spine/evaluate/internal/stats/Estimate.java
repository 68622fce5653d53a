package spine.evaluate.internal.stats;

/**
 * A figure with its 95 % confidence interval. What cannot be known from the data is NaN.
 *
 * @param value the figure
 * @param lower lower end
 * @param upper upper end
 * @param interval how the ends were found
 */
public record Estimate(double value, double lower, double upper, IntervalMethod interval) {

    /** A figure without interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, IntervalMethod.NONE);
    }

    /** Whether there is an interval. */
    public boolean bounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
