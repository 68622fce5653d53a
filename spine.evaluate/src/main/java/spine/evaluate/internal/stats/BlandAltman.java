package spine.evaluate.internal.stats;

/**
 * Differences of two methods (Lancet 1986;1:307).
 *
 * @param n pairs
 * @param bias mean of first minus second
 * @param sd standard deviation of the differences, over n-1
 */
public record BlandAltman(int n, double bias, double sd) {
    private static final double Z = 1.96;

    /** Fewer than two pairs give NaN. */
    public static BlandAltman of(double[] first, double[] second) {
        int n = first.length;
        double bias = 0;
        for (int i = 0; i < n; i++) {
            bias += (first[i] - second[i]) / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double apart = first[i] - second[i] - bias;
            squares += apart * apart;
        }
        return new BlandAltman(n, n == 0 ? Double.NaN : bias, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** Bias with its 95 % limits of agreement. */
    public Estimate limits() {
        return new Estimate(bias, bias - Z * sd, bias + Z * sd);
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
}
