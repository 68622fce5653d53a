package spine.sparcc.internal;

import java.util.Arrays;

/** Percentiles with linear interpolation between the sorted values. */
final class Percentile {

    private Percentile() {
    }

    /** @param percent 0..100; {@code values} is not empty and left as it is */
    static double of(float[] values, double percent) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = percent / 100 * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
