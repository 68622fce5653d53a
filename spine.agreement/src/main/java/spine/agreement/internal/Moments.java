package spine.agreement.internal;

/**
 * Mean and variance of a sample.
 *
 * @param n size
 * @param mean NaN if n is 0
 * @param variance over n-1; 0 if all are equal but for rounding, NaN if n is below 2
 */
public record Moments(int n, double mean, double variance) {
    /** A variance below this fraction of the mean square is a rounding error. */
    private static final double ROUNDING = 1e-24;

    public static Moments of(double[] sample) {
        int n = sample.length;
        double mean = 0;
        double square = 0;
        for (double each : sample) {
            mean += each / n;
            square += each * each / n;
        }
        double squares = 0;
        for (double each : sample) {
            squares += (each - mean) * (each - mean);
        }
        double variance = squares / (n - 1);
        return new Moments(n, n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : variance <= ROUNDING * square ? 0 : variance);
    }

    public double sd() {
        return Math.sqrt(variance);
    }
}
