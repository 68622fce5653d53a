package spine.agreement.decision;

import org.apache.commons.math3.stat.ranking.NaturalRanking;
import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.agreement.internal.Moments;

/**
 * Area under the ROC curve of independent cases: the chance that a positive case ranks above a negative one, ties counting half, with the
 * variance of DeLong et al. (Biometrics 1988;44:837-45) by the mid-ranks of Sun and Xu (IEEE Signal Process Lett 2014;21:1389-93). Cases of
 * the same patients are not independent; for them see {@link RocCurve}.
 */
public final class RocArea {
    /** Below it a variance is a rounding error. */
    private static final double NO_VARIANCE = 1e-15;

    private final Components components;

    /**
     * @param positive the truth
     * @param scores as many, finite, that should be high for positive cases
     * @throws UndefinedStatisticException if all cases are positive or all negative
     */
    public RocArea(boolean[] positive, double[] scores) {
        components = Components.of(positive, scores);
    }

    /**
     * With DeLong's interval, ended at 0 and 1; without one if there are fewer than two positive or two negative cases, or the variance
     * is 0, as where all cases are told apart: it would have no width.
     */
    public Estimate estimate(double confidence) {
        return estimate(components.area, components.variance(components), confidence, 0);
    }

    /**
     * How much larger the area is by these scores than by others of the same cases, with DeLong's test for paired curves.
     *
     * @param first scores of one test
     * @param second scores of another, by the same cases
     * @throws UndefinedStatisticException if there are fewer than two positive or two negative cases
     */
    public static RocComparison compare(boolean[] positive, double[] first, double[] second, double confidence) {
        Components one = Components.of(positive, first);
        Components other = Components.of(positive, second);
        double variance = one.variance(one) + other.variance(other) - 2 * one.variance(other);
        if (!Double.isFinite(variance)) {
            throw new UndefinedStatisticException("Areas under ROC curves are compared by two positive and two negative cases at least.");
        }
        double apart = one.area - other.area;
        double error = variance > NO_VARIANCE ? Math.sqrt(variance) : 0;
        double p = error > 0 ? Distributions.normalTwoSided(apart / error) : apart == 0 ? 1 : 0;
        return new RocComparison(estimate(one.area, one.variance(one), confidence, 0, positive.length),
                estimate(other.area, other.variance(other), confidence, 0, positive.length),
                estimate(apart, error * error, confidence, -1, positive.length), p);
    }

    private Estimate estimate(double value, double variance, double confidence, double least) {
        return estimate(value, variance, confidence, least, components.ofPositive.length + components.ofNegative.length);
    }

    private static Estimate estimate(double value, double variance, double confidence, double least, int n) {
        double half = Distributions.z(Interval.confident(confidence)) * Math.sqrt(variance);
        return !(variance > NO_VARIANCE) ? Estimate.of(value, n) : Estimate.of(value, Math.max(least, value - half),
                Math.min(1, value + half), confidence, IntervalMethod.DELONG, n);
    }

    /** For each positive case the share of negative ones below it, for each negative case the share of positive ones above it. */
    private record Components(double area, double[] ofPositive, double[] ofNegative) {

        static Components of(boolean[] positive, double[] scores) {
            if (positive.length != scores.length) {
                throw new IllegalArgumentException(positive.length + " cases have " + scores.length + " scores.");
            }
            int m = 0;
            for (int i = 0; i < scores.length; i++) {
                if (!Double.isFinite(scores[i])) {
                    throw new UndefinedStatisticException("The area under the ROC curve is undefined: the score of case " + (i + 1)
                            + " is missing.");
                }
                m += positive[i] ? 1 : 0;
            }
            int n = scores.length - m;
            if (m == 0 || n == 0) {
                throw new UndefinedStatisticException("The area under the ROC curve is undefined: there is no "
                        + (m == 0 ? "positive" : "negative") + " case.");
            }
            double[] x = new double[m];
            double[] y = new double[n];
            double[] all = new double[m + n];
            for (int i = 0, at = 0, other = 0; i < scores.length; i++) {
                if (positive[i]) {
                    x[at] = scores[i];
                    all[at++] = scores[i];
                } else {
                    y[other] = scores[i];
                    all[m + other++] = scores[i];
                }
            }
            NaturalRanking ranking = new NaturalRanking();
            double[] ranks = ranking.rank(all);
            double[] own = ranking.rank(x);
            double[] others = ranking.rank(y);
            for (int i = 0; i < m; i++) {
                own[i] = (ranks[i] - own[i]) / n;
            }
            for (int i = 0; i < n; i++) {
                others[i] = 1 - (ranks[m + i] - others[i]) / m;
            }
            return new Components(Moments.of(own).mean(), own, others);
        }

        /** Covariance of both areas; NaN if there are fewer than two cases of a kind. */
        double variance(Components o) {
            return covariance(ofPositive, o.ofPositive) / ofPositive.length + covariance(ofNegative, o.ofNegative) / ofNegative.length;
        }

        private static double covariance(double[] one, double[] other) {
            double first = Moments.of(one).mean();
            double second = Moments.of(other).mean();
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += (one[i] - first) * (other[i] - second);
            }
            return sum / (one.length - 1);
        }
    }
}
