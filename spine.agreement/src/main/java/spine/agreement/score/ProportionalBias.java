package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.IntervalMethod;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.agreement.internal.Moments;

/**
 * Whether the difference grows with the score: least squares of first minus second on the mean of both (Bland and Altman, Stat Methods Med
 * Res 1999;8:135-60, section 3.2).
 *
 * @param intercept difference at a mean of 0, with the interval of Student's t
 * @param slope change of the difference for each point of the mean, with the interval of Student's t; 0 without proportional bias
 * @param p two-sided, of a slope of 0; 1 where all differences are the same, 0 where they lie on a rising or falling line
 */
public record ProportionalBias(Estimate intercept, Estimate slope, double p) {

    /** @throws UndefinedStatisticException if there are fewer than three pairs, or all pairs have the same mean */
    public static ProportionalBias of(Pairs pairs, double confidence) {
        int n = pairs.atLeast(3, "A regression of the differences").n();
        double[] means = pairs.means();
        double[] differences = pairs.differences();
        Moments x = Moments.of(means);
        Moments y = Moments.of(differences);
        if (x.variance() == 0) {
            throw new UndefinedStatisticException("Proportional bias is undefined: all pairs have the same mean.");
        }
        double products = 0;
        for (int i = 0; i < n; i++) {
            products += (means[i] - x.mean()) * (differences[i] - y.mean());
        }
        double squares = x.variance() * (n - 1);
        double slope = y.variance() == 0 ? 0 : products / squares;
        double intercept = y.mean() - slope * x.mean();
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = differences[i] - intercept - slope * means[i];
        }
        double residual = 0;
        for (double each : residuals) {
            residual += each * each / (n - 2);
        }
        // What is left of differences on a line is a rounding error.
        residual = residual <= 1e-24 * y.variance() ? 0 : residual;
        double slopeError = Math.sqrt(residual / squares);
        double interceptError = Math.sqrt(residual * (1.0 / n + x.mean() * x.mean() / squares));
        double t = Distributions.t(confidence, n - 2);
        double p = slopeError > 0 ? Distributions.tTwoSided(slope / slopeError, n - 2) : slope == 0 ? 1 : 0;
        return new ProportionalBias(
                Estimate.of(intercept, intercept - t * interceptError, intercept + t * interceptError, confidence, IntervalMethod.T, n),
                Estimate.of(slope, slope - t * slopeError, slope + t * slopeError, confidence, IntervalMethod.T, n), p);
    }
}
