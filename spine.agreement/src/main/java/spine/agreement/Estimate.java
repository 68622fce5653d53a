package spine.agreement;

import java.util.Optional;

/**
 * A statistic of a sample with its confidence interval.
 *
 * @param value the point estimate, always finite
 * @param interval empty where the data determine the value but no finite interval (a correlation of three pairs), or where none is
 *     computed
 * @param n what was counted: subjects, pairs, patients or cases, as the statistic says; what was missing is not among them
 */
public record Estimate(double value, Optional<Interval> interval, long n) {
    /** The usual confidence. */
    public static final double CONFIDENCE = 0.95;

    /** @throws UndefinedStatisticException if the value is not finite */
    public Estimate {
        if (!Double.isFinite(value)) {
            throw new UndefinedStatisticException("The statistic has no finite value for these data (n = " + n + ").");
        }
    }

    /** An estimate without interval. */
    public static Estimate of(double value, long n) {
        return new Estimate(value, Optional.empty(), n);
    }

    /** An estimate with the interval, or without one if an end of it is not finite. Rounding may leave an end on the wrong side. */
    public static Estimate of(double value, double lower, double upper, double confidence, IntervalMethod method, long n) {
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? new Estimate(value, Optional.of(new Interval(lower, Math.max(lower, upper), confidence, method)), n) : of(value, n);
    }
}
