package spine.agreement.score;

import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;

/**
 * Analysis of variance of n subjects by k raters without missing readings.
 *
 * @param n subjects, at least 2
 * @param k raters, at least 2
 * @param subjects mean square between subjects (MSB), df n-1
 * @param raters mean square between raters (MSJ), df k-1
 * @param residual mean square of the residuals (MSE), df (n-1)(k-1)
 * @param within mean square within subjects (MSW), df n(k-1)
 */
public record MeanSquares(int n, int k, double subjects, double raters, double residual, double within) {
    /** Sums of squares below this fraction of the total are rounding errors. */
    private static final double ROUNDING = 1e-12;

    /** @throws UndefinedStatisticException if a reading is missing, or there are fewer than two subjects or raters */
    public static MeanSquares of(Readings readings) {
        int n = readings.subjects();
        int k = readings.raters();
        if (n < 2 || k < 2) {
            throw new UndefinedStatisticException("An analysis of variance needs two subjects and two raters at least; there are " + n
                    + " and " + k + ".");
        }
        if (readings.incomplete() > 0) {
            throw new UndefinedStatisticException(readings.incomplete() + " of " + n + " subjects were not read by all raters; an analysis"
                    + " of variance takes the complete ones only.");
        }
        double[] subject = new double[n];
        double[] rater = new double[k];
        double grand = 0;
        for (int i = 0; i < n; i++) {
            double[] row = readings.subject(i);
            for (int j = 0; j < k; j++) {
                subject[i] += row[j] / k;
                rater[j] += row[j] / n;
                grand += row[j] / (n * k);
            }
        }
        double between = 0;
        double raters = 0;
        double residual = 0;
        double within = 0;
        for (int i = 0; i < n; i++) {
            double[] row = readings.subject(i);
            between += k * square(subject[i] - grand);
            for (int j = 0; j < k; j++) {
                residual += square(row[j] - subject[i] - rater[j] + grand);
                within += square(row[j] - subject[i]);
            }
        }
        for (int j = 0; j < k; j++) {
            raters += n * square(rater[j] - grand);
        }
        double noise = ROUNDING * (between + within) + Double.MIN_NORMAL + square(ROUNDING * grand);
        return new MeanSquares(n, k, clean(between, noise) / (n - 1), clean(raters, noise) / (k - 1),
                clean(residual, noise) / ((n - 1) * (k - 1)), clean(within, noise) / (n * (k - 1)));
    }

    private static double square(double value) {
        return value * value;
    }

    private static double clean(double sum, double noise) {
        return sum <= noise ? 0 : sum;
    }
}
