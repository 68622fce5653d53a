package spine.agreement.internal;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles and probabilities; the quantile at {@code (1 + confidence) / 2} is the upper one of a two-sided interval. */
public final class Distributions {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private Distributions() {
    }

    /** Upper quantile of the standard normal distribution. */
    public static double z(double confidence) {
        return normalQuantile((1 + confidence) / 2);
    }

    public static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** P(Z &lt;= z). */
    public static double normal(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** Upper quantile of Student's t. */
    public static double t(double confidence, double df) {
        return new TDistribution(null, df).inverseCumulativeProbability((1 + confidence) / 2);
    }

    /** Upper quantile of F; infinite if it is beyond all numbers. */
    public static double f(double confidence, double df1, double df2) {
        return new FDistribution(null, df1, df2).inverseCumulativeProbability((1 + confidence) / 2);
    }

    public static double chiSquaredQuantile(double p, double df) {
        return new ChiSquaredDistribution(null, df).inverseCumulativeProbability(p);
    }

    /** Two-sided p of a value of Student's t. */
    public static double tTwoSided(double t, double df) {
        return 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
    }

    /** Two-sided p of a standard normal value. */
    public static double normalTwoSided(double z) {
        return 2 * normal(-Math.abs(z));
    }
}
