package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.agreement.internal.Moments;
import spine.agreement.internal.NoncentralT;

/** Differences of pairs, first minus second, and the limits between which 95 % of them lie (Bland and Altman, Lancet 1986;1:307-10). */
public final class BlandAltman {
    /** Standard deviations from the bias to a limit. */
    public static final double SPREAD = 1.96;

    private final Moments differences;

    /** @throws UndefinedStatisticException if there is no complete pair */
    public BlandAltman(Pairs pairs) {
        differences = Moments.of(pairs.atLeast(1, "Bland-Altman").differences());
    }

    public int n() {
        return differences.n();
    }

    /** Mean difference, with the interval of Student's t; one pair has none. */
    public Estimate bias(double confidence) {
        return n() < 2 ? Estimate.of(differences.mean(), n())
                : around(differences.mean(), differences.sd() / Math.sqrt(n()), confidence);
    }

    /**
     * Standard deviation of the differences, over n-1, with the chi-squared interval of a variance.
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs
     */
    public Estimate sd(double confidence) {
        return Spread.of(sd(), n() - 1, n(), confidence);
    }

    /**
     * Bias minus 1.96 SD.
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs
     */
    public Estimate lowerLimit(LimitsInterval interval, double confidence) {
        return limit(-1, interval, confidence);
    }

    /**
     * Bias plus 1.96 SD.
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs
     */
    public Estimate upperLimit(LimitsInterval interval, double confidence) {
        return limit(1, interval, confidence);
    }

    private Estimate limit(int side, LimitsInterval interval, double confidence) {
        double sd = sd();
        double value = differences.mean() + side * SPREAD * sd;
        return switch (interval) {
            case EXACT -> exact(value, side, confidence);
            case APPROXIMATE_1986 -> around(value, sd * Math.sqrt(3.0 / n()), confidence);
            case APPROXIMATE_1999 -> around(value, sd * Math.sqrt(1.0 / n() + SPREAD * SPREAD / (2 * (n() - 1))), confidence);
        };
    }

    /** The upper limit by quantiles of the noncentral t; the lower one is its mirror image. */
    private Estimate exact(double value, int side, double confidence) {
        Interval.confident(confidence);
        double root = Math.sqrt(n());
        double inner = NoncentralT.quantile((1 - confidence) / 2, n() - 1, SPREAD * root) / root * sd();
        double outer = NoncentralT.quantile((1 + confidence) / 2, n() - 1, SPREAD * root) / root * sd();
        double near = differences.mean() + side * inner;
        double far = differences.mean() + side * outer;
        return Estimate.of(value, side > 0 ? near : far, side > 0 ? far : near, confidence, IntervalMethod.NONCENTRAL_T, n());
    }

    private Estimate around(double value, double standardError, double confidence) {
        double half = Distributions.t(confidence, n() - 1) * standardError;
        return Estimate.of(value, value - half, value + half, confidence, IntervalMethod.T, n());
    }

    private double sd() {
        if (n() < 2) {
            throw new UndefinedStatisticException("Limits of agreement need two complete pairs of readings at least; there is 1.");
        }
        return differences.sd();
    }
}
