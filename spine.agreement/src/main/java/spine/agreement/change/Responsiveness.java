package spine.agreement.change;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.agreement.internal.Moments;
import spine.agreement.internal.NoncentralT;

/** How large a change is beside the spread of scores. A positive value is a rise of the score. n counts complete pairs. */
public final class Responsiveness {

    private Responsiveness() {
    }

    /**
     * Effect size: mean change / SD at baseline (Kazis et al., Med Care 1989;27:S178-89). The interval is normal with the variance
     * SD(change)^2 / (n SD(baseline)^2) + ES^2 / (2 (n-1)): mean and SD of a normal sample are independent.
     *
     * @param times baseline and follow-up
     * @throws UndefinedStatisticException if there are fewer than two pairs, or all baselines are the same
     */
    public static Estimate effectSize(Pairs times, double confidence) {
        int n = times.atLeast(2, "The effect size").n();
        Moments change = change(times);
        Moments baseline = Moments.of(times.first());
        varying(baseline, "The effect size is undefined: all baseline scores are the same.");
        double value = change.mean() / baseline.sd();
        return normal(value, change.variance() / (n * baseline.variance()) + value * value / (2.0 * (n - 1)), n, confidence);
    }

    /**
     * Standardised response mean: mean change / SD of the changes (Liang et al., Med Care 1990;28:632-42). The interval is that of a
     * noncentral t, exact for normal changes (Steiger and Fouladi 1997, in What If There Were No Significance Tests, pages 221-57).
     *
     * @param times baseline and follow-up
     * @throws UndefinedStatisticException if there are fewer than two pairs, or all changes are the same
     */
    public static Estimate standardizedResponseMean(Pairs times, double confidence) {
        int n = times.atLeast(2, "The standardised response mean").n();
        Moments change = change(times);
        varying(change, "The standardised response mean is undefined: all changes are the same.");
        return noncentral(change.mean() / change.sd(), Math.sqrt(n), n - 1, n, Interval.confident(confidence));
    }

    /**
     * Guyatt's index: mean change of the treated / SD of the changes of the stable (J Chronic Dis 1987;40:171-8). The interval is normal
     * with the variance SD(treated)^2 / (n SD(stable)^2) + G^2 / (2 (m-1)).
     *
     * @param treated baseline and follow-up of n patients whose state changed
     * @param stable the same of m whose state did not
     * @return n counts both groups
     * @throws UndefinedStatisticException if either has fewer than two pairs, or all changes of the stable are the same
     */
    public static Estimate guyatt(Pairs treated, Pairs stable, double confidence) {
        Moments change = change(treated.atLeast(2, "Guyatt's index"));
        Moments noise = change(stable.atLeast(2, "Guyatt's index"));
        varying(noise, "Guyatt's index is undefined: all changes of the stable patients are the same.");
        double value = change.mean() / noise.sd();
        return normal(value, change.variance() / (change.n() * noise.variance()) + value * value / (2.0 * (noise.n() - 1)),
                change.n() + noise.n(), confidence);
    }

    /** Second minus first. */
    private static Moments change(Pairs times) {
        return Moments.of(Pairs.of(times.second(), times.first()).differences());
    }

    /** A standardised mean whose product with the scale is a noncentral t. */
    static Estimate noncentral(double value, double scale, int df, int n, double confidence) {
        double tail = (1 - confidence) / 2;
        return Estimate.of(value, NoncentralT.noncentrality(1 - tail, value * scale, df) / scale,
                NoncentralT.noncentrality(tail, value * scale, df) / scale, confidence, IntervalMethod.NONCENTRAL_T, n);
    }

    static void varying(Moments sample, String otherwise) {
        if (sample.variance() == 0) {
            throw new UndefinedStatisticException(otherwise);
        }
    }

    private static Estimate normal(double value, double variance, int n, double confidence) {
        double half = Distributions.z(Interval.confident(confidence)) * Math.sqrt(variance);
        return Estimate.of(value, value - half, value + half, confidence, IntervalMethod.DELTA, n);
    }
}
