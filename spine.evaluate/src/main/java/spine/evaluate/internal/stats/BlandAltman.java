package spine.evaluate.internal.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Differences of two methods (Lancet 1986;1:307).
 *
 * @param n pairs
 * @param mean mean of first minus second
 * @param sd standard deviation of the differences, over n-1
 */
public record BlandAltman(int n, double mean, double sd) {
    private static final double Z = 1.96;

    /** Fewer than two pairs give NaN. */
    public static BlandAltman of(double[] first, double[] second) {
        int n = first.length;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (first[i] - second[i]) / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double apart = first[i] - second[i] - mean;
            squares += apart * apart;
        }
        return new BlandAltman(n, n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** Mean difference. */
    public Estimate bias() {
        return around(mean, standardErrorOfBias());
    }

    /** Lower 95 % limit of agreement. */
    public Estimate lowerLimit() {
        return around(mean - Z * sd, standardErrorOfLimit());
    }

    /** Upper 95 % limit of agreement. */
    public Estimate upperLimit() {
        return around(mean + Z * sd, standardErrorOfLimit());
    }

    public double standardErrorOfBias() {
        return sd / Math.sqrt(n);
    }

    public double standardErrorOfLimit() {
        return Math.sqrt(3 * sd * sd / n);
    }

    /** Standard error of measurement. */
    public double sem() {
        return sd / Math.sqrt(2);
    }

    /** Smallest detectable change of a single reader in the sense of de Vet: 1.96 times the SD of the differences. */
    public double smallestDetectableChange() {
        return Z * sd;
    }

    private Estimate around(double value, double standardError) {
        if (n < 2) {
            return Estimate.of(value);
        }
        double half = new TDistribution(null, n - 1).inverseCumulativeProbability(0.975) * standardError;
        return new Estimate(value, value - half, value + half, IntervalMethod.T);
    }
}
