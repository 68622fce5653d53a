package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.internal.Distributions;

/** A standard deviation, or a multiple of one, with the interval that the chi-squared distribution of its variance gives. */
final class Spread {

    private Spread() {
    }

    /** @param df degrees of freedom, at least 1 */
    static Estimate of(double value, int df, int n, double confidence) {
        double tail = (1 - Interval.confident(confidence)) / 2;
        return Estimate.of(value, value * Math.sqrt(df / Distributions.chiSquaredQuantile(1 - tail, df)),
                value * Math.sqrt(df / Distributions.chiSquaredQuantile(tail, df)), confidence, IntervalMethod.CHI_SQUARED, n);
    }
}
