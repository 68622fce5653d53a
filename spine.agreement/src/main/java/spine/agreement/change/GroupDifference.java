package spine.agreement.change;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.agreement.internal.Moments;

/** Two independent groups, such as the change scores of the arms of a trial; differences are first minus second. n counts both groups. */
public final class GroupDifference {
    private final Moments first;
    private final Moments second;

    /**
     * @param first values of one group; NaN is missing and left out
     * @param second values of the other
     * @throws UndefinedStatisticException if a group has fewer than two values
     * @throws IllegalArgumentException if a value is beyond {@link Readings#GREATEST}
     */
    public GroupDifference(double[] first, double[] second) {
        this.first = group(first);
        this.second = group(second);
    }

    private static Moments group(double[] values) {
        double[] present = Arrays.stream(values).filter(Readings::present).toArray();
        if (present.length < 2) {
            throw new UndefinedStatisticException("A difference of groups needs two values in each; one has " + present.length + ".");
        }
        return Moments.of(present);
    }

    /** Difference of the means with the interval of Welch's t (Biometrika 1947;34:28-35); of no width if neither group varies. */
    public Estimate meanDifference(double confidence) {
        double value = first.mean() - second.mean();
        double error = standardError();
        double half = error == 0 ? 0 : Distributions.t(Interval.confident(confidence), degreesOfFreedom()) * error;
        return Estimate.of(value, value - half, value + half, confidence, IntervalMethod.T, n());
    }

    /** Two-sided p of Welch's test; without any variance 1 if the means are the same, otherwise 0. */
    public double p() {
        double value = first.mean() - second.mean();
        return standardError() == 0 ? (value == 0 ? 1 : 0) : Distributions.tTwoSided(value / standardError(), degreesOfFreedom());
    }

    /**
     * Cohen's d: difference of the means / pooled SD (Statistical Power Analysis, 2nd ed. 1988, section 2.5.1), with the exact interval of
     * a noncentral t for normal values of equal variance.
     *
     * @throws UndefinedStatisticException if neither group varies
     */
    public Estimate cohenD(double confidence) {
        int df = n() - 2;
        double pooled = Math.sqrt(((first.n() - 1) * first.variance() + (second.n() - 1) * second.variance()) / df);
        if (pooled == 0) {
            throw new UndefinedStatisticException("Cohen's d is undefined: neither group varies.");
        }
        double scale = Math.sqrt((double) first.n() * second.n() / n());
        return Responsiveness.noncentral((first.mean() - second.mean()) / pooled, scale, df, n(), Interval.confident(confidence));
    }

    /**
     * Hedges' g: Cohen's d without its bias in small samples, by the exact factor of gamma functions (J Educ Stat 1981;6:107-28). The ends
     * of the interval are those of d times the factor.
     *
     * @throws UndefinedStatisticException if neither group varies
     */
    public Estimate hedgesG(double confidence) {
        Estimate d = cohenD(confidence);
        double df = n() - 2;
        double factor = Math.exp(Gamma.logGamma(df / 2) - Gamma.logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
        return d.interval().map(ends -> Estimate.of(factor * d.value(), factor * ends.lower(), factor * ends.upper(), confidence,
                ends.method(), d.n())).orElseGet(() -> Estimate.of(factor * d.value(), d.n()));
    }

    private double standardError() {
        return Math.sqrt(first.variance() / first.n() + second.variance() / second.n());
    }

    /** Satterthwaite. */
    private double degreesOfFreedom() {
        double one = first.variance() / first.n();
        double other = second.variance() / second.n();
        return (one + other) * (one + other) / (one * one / (first.n() - 1) + other * other / (second.n() - 1));
    }

    private int n() {
        return first.n() + second.n();
    }
}
