package spine.agreement.internal;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * Noncentral t distribution: (Z + ncp) / X, where X is the root of a chi-squared variable over its degrees of freedom. P(T &lt;= t) is the
 * mean of the normal probability of t X - ncp over X, which is integrated by Gauss and Legendre in up to three pieces: the normal
 * probability rises within a few multiples of 1/t around ncp/t, and on both sides of that it is 0 or 1.
 */
public final class NoncentralT {
    private static final int NODES = 64;
    /** Standard deviations of X, and widths of the normal distribution, beyond which nothing counts. */
    private static final double FAR = 10;
    private static final int MOST_STEPS = 100;
    private static final int MOST_CALLS = 1000;
    private static final double RELATIVE = 1e-13;
    private static final double ABSOLUTE = 1e-11;
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

    static {
        // It keeps the nodes in a map without a lock: filled before other threads see it, the map does not change.
        GAUSS.legendre(NODES);
    }

    private NoncentralT() {
    }

    /** P(T &lt;= t). */
    public static double probability(double t, double df, double ncp) {
        double scale = Math.log(2) + df / 2 * Math.log(df / 2) - Gamma.logGamma(df / 2);
        UnivariateFunction mean = x -> Distributions.normal(t * x - ncp) * Math.exp(scale + (df - 1) * Math.log(x) - df * x * x / 2);
        double spread = FAR / Math.sqrt(2 * df);
        double from = Math.max(0, 1 - spread);
        double to = 1 + spread;
        double rise = t == 0 ? from : ncp / t;
        double width = t == 0 ? 0 : FAR / Math.abs(t);
        double low = Math.min(to, Math.max(from, rise - width));
        double high = Math.min(to, Math.max(from, rise + width));
        return Math.min(1, integral(mean, from, low) + integral(mean, low, high) + integral(mean, high, to));
    }

    /** The t below which the variable lies with probability p. */
    public static double quantile(double p, double df, double ncp) {
        return root(t -> probability(t, df, ncp) - p, ncp, 1 + Math.abs(ncp));
    }

    /** The ncp for which the variable lies below t with probability p. */
    public static double noncentrality(double p, double t, double df) {
        return root(ncp -> p - probability(t, df, ncp), t, 1 + Math.abs(t));
    }

    private static double integral(UnivariateFunction function, double from, double to) {
        return to > from ? GAUSS.legendre(NODES, from, to).integrate(function) : 0;
    }

    /** Of a rising function; NaN if it has no root in reach. */
    private static double root(UnivariateFunction rising, double near, double step) {
        double low = near;
        double high = near;
        double reach = step;
        for (int i = 0; i < MOST_STEPS && rising.value(low) > 0; i++, reach *= 2) {
            high = low;
            low -= reach;
        }
        for (int i = 0; i < MOST_STEPS && rising.value(high) < 0; i++, reach *= 2) {
            low = high;
            high += reach;
        }
        return rising.value(low) <= 0 && rising.value(high) >= 0 ? new BrentSolver(RELATIVE, ABSOLUTE).solve(MOST_CALLS, rising, low, high)
                : Double.NaN;
    }
}
