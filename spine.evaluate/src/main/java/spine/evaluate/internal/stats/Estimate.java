package spine.evaluate.internal.stats;

/**
 * A point estimate with its 95 % confidence interval. What the data do not determine is NaN.
 *
 * @param value the point estimate
 * @param lower lower end
 * @param upper upper end
 * @param interval how the ends were found
 */
public record Estimate(double value, double lower, double upper, IntervalMethod interval) {

    /** An estimate without interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, IntervalMethod.NONE);
    }

    /** Whether there is an interval. */
    public boolean bounded() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
