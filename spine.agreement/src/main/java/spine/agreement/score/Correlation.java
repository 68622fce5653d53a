package spine.agreement.score;

import org.apache.commons.math3.stat.ranking.NaturalRanking;
import spine.agreement.Estimate;
import spine.agreement.IntervalMethod;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;

/** Correlation and concordance of pairs; n counts complete pairs. */
public final class Correlation {

    private Correlation() {
    }

    /**
     * Pearson's r with the interval of Fisher's z (Biometrika 1915;10:507-21), standard error 1/sqrt(n-3).
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs, or one side does not vary. Two pairs give 1 or -1, and
     *     fewer than four no interval
     */
    public static Estimate pearson(Pairs pairs, double confidence) {
        return fisher(moments(pairs.atLeast(2, "Pearson's correlation"), "Pearson's correlation").correlation(), pairs.n(), 1, confidence);
    }

    /**
     * Spearman's rho: Pearson's r of the ranks, ties sharing their mean rank. Interval by Fisher's z with the standard error
     * sqrt((1 + rho^2/2)/(n-3)) of Bonett and Wright (Psychometrika 2000;65:23-8).
     *
     * @throws UndefinedStatisticException as for Pearson
     */
    public static Estimate spearman(Pairs pairs, double confidence) {
        pairs.atLeast(2, "Spearman's correlation");
        NaturalRanking ranking = new NaturalRanking();
        double rho = moments(Pairs.of(ranking.rank(pairs.first()), ranking.rank(pairs.second())), "Spearman's correlation").correlation();
        return fisher(rho, pairs.n(), 1 + rho * rho / 2, confidence);
    }

    /**
     * Lin's concordance correlation with variances over n (Biometrics 1989;45:255-68), and the interval of its inverse hyperbolic tangent
     * with the corrected variance of Biometrics 2000;56:324-5. A side that does not vary gives 0 without interval.
     *
     * @throws UndefinedStatisticException if there are fewer than two pairs, or all readings of both sides are the same
     */
    public static Estimate concordance(Pairs pairs, double confidence) {
        int n = pairs.atLeast(2, "Lin's concordance").n();
        PairMoments m = PairMoments.of(pairs);
        double apart = m.meanFirst() - m.meanSecond();
        double spread = m.varianceFirst() + m.varianceSecond() + apart * apart;
        if (spread == 0) {
            throw new UndefinedStatisticException("Lin's concordance is undefined: all readings are the same.");
        }
        double value = 2 * m.covariance() / spread;
        if (n < 3 || m.varianceFirst() == 0 || m.varianceSecond() == 0) {
            return Estimate.of(value, n);
        }
        double r = m.correlation();
        double sds = Math.sqrt(m.varianceFirst() * m.varianceSecond());
        double accuracy = 2 * sds / spread;
        double shift = apart * apart / sds;
        double variance = ((1 - r * r) * accuracy * accuracy * (1 - value * value) + 2 * value * value * accuracy * (1 - value) * shift
                - value * value * accuracy * accuracy * shift * shift / 2) / (n - 2);
        double error = Math.sqrt(Math.max(0, variance)) / (1 - value * value);
        return tangent(value, error, confidence, n);
    }

    /** Of a correlation r of n pairs; the variance is a multiple of that of Pearson's. */
    static Estimate fisher(double r, int n, double times, double confidence) {
        return n < 4 ? Estimate.of(r, n) : tangent(r, Math.sqrt(times / (n - 3)), confidence, n);
    }

    private static Estimate tangent(double value, double error, double confidence, int n) {
        if (Math.abs(value) == 1) {
            return Estimate.of(value, value, value, confidence, IntervalMethod.FISHER_Z, n);
        }
        double z = Math.log((1 + value) / (1 - value)) / 2;
        double half = Distributions.z(confidence) * error;
        return Estimate.of(value, Math.tanh(z - half), Math.tanh(z + half), confidence, IntervalMethod.FISHER_Z, n);
    }

    private static PairMoments moments(Pairs pairs, String statistic) {
        PairMoments moments = PairMoments.of(pairs);
        if (moments.varianceFirst() == 0 || moments.varianceSecond() == 0) {
            throw new UndefinedStatisticException(statistic + " is undefined: all " + (moments.varianceFirst() == 0 ? "first" : "second")
                    + " readings are the same.");
        }
        return moments;
    }
}
