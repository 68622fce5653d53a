package spine.common.stats;

/**
 * Sample quantiles of values that are sorted in ascending order. The position of quantile {@code p} is {@code p * (n - 1)}, counted
 * from 0; the two definitions differ in what they take where that is between two values. A quantile of no values is an
 * {@link ArrayIndexOutOfBoundsException}; p is 0..1.
 */
public final class Quantiles {

    private Quantiles() {
    }

    /** Linear interpolation between the two values around the position (type 7 of Hyndman and Fan, the default of R and NumPy). */
    public static double linear(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** As for double values, except that the distance of the two values is a float. */
    public static double linear(float[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The value at or below the position, which is one of the sample ({@code lower} of NumPy). */
    public static double lower(double[] sorted, double p) {
        return sorted[(int) (p * (sorted.length - 1))];
    }

    /** The value at or below the position, which is one of the sample ({@code lower} of NumPy). */
    public static float lower(float[] sorted, double p) {
        return sorted[(int) (p * (sorted.length - 1))];
    }
}
