package spine.evaluate.internal.stats;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Correlation and concordance of two variables. */
public final class Correlation {
    private static final double Z = 1.959963984540054;

    private Correlation() {
    }

    /** Pearson's r with the interval of Fisher's z; NaN if a column does not vary. */
    public static Estimate pearson(double[] x, double[] y) {
        Moments m = Moments.of(x, y);
        double r = m.covariance() / Math.sqrt(m.varianceX() * m.varianceY());
        return fisher(Math.max(-1, Math.min(1, r)), x.length);
    }

    static Estimate fisher(double r, int n) {
        if (n < 4 || Double.isNaN(r)) {
            return Estimate.of(r);
        }
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        double half = Z / Math.sqrt(n - 3);
        return new Estimate(r, Math.tanh(z - half), Math.tanh(z + half), IntervalMethod.FISHER_Z);
    }

    /** Spearman's rho: Pearson's r of the ranks, ties sharing their mean rank; NaN if a column does not vary. */
    public static double spearman(double[] x, double[] y) {
        NaturalRanking ranking = new NaturalRanking();
        return x.length < 2 ? Double.NaN : pearson(ranking.rank(x), ranking.rank(y)).value();
    }

    /** Lin's concordance with variances over n (Biometrics 1989;45:255). */
    public static double concordance(double[] x, double[] y) {
        Moments m = Moments.of(x, y);
        double apart = m.meanX() - m.meanY();
        return 2 * m.covariance() / (m.varianceX() + m.varianceY() + apart * apart);
    }

    /** Means, and variances over n. */
    private record Moments(double meanX, double meanY, double varianceX, double varianceY, double covariance) {

        static Moments of(double[] x, double[] y) {
            int n = x.length;
            double meanX = 0;
            double meanY = 0;
            for (int i = 0; i < n; i++) {
                meanX += x[i] / n;
                meanY += y[i] / n;
            }
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < n; i++) {
                xx += (x[i] - meanX) * (x[i] - meanX) / n;
                yy += (y[i] - meanY) * (y[i] - meanY) / n;
                xy += (x[i] - meanX) * (y[i] - meanY) / n;
            }
            return new Moments(meanX, meanY, xx, yy, xy);
        }
    }
}
