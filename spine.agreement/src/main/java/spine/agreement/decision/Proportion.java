package spine.agreement.decision;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;

/** A proportion with its score interval (Wilson, J Am Stat Assoc 1927;22:209-12). */
public final class Proportion {

    private Proportion() {
    }

    /**
     * @param hits 0 to n
     * @param n how many there are
     * @throws UndefinedStatisticException if there is none
     */
    public static Estimate of(long hits, long n, double confidence) {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException("There cannot be " + hits + " of " + n + ".");
        }
        if (n == 0) {
            throw new UndefinedStatisticException("A proportion of nothing is undefined.");
        }
        double z = Distributions.z(Interval.confident(confidence));
        double p = (double) hits / n;
        double z2 = z * z / n;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
        return Estimate.of(p, hits == 0 ? 0 : middle - half, hits == n ? 1 : middle + half, confidence, IntervalMethod.WILSON, n);
    }
}
