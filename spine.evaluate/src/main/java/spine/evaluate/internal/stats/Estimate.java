package spine.evaluate.internal.stats;

/**
 * A figure with its 95 % confidence interval. What cannot be known from the data is NaN.
 *
 * @param value the figure
 * @param lower lower end
 * @param upper upper end
 */
public record Estimate(double value, double lower, double upper) {

    /** A figure without interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** The same figure with the ends of another interval. */
    public Estimate within(double newLower, double newUpper) {
        return new Estimate(value, newLower, newUpper);
    }
}
