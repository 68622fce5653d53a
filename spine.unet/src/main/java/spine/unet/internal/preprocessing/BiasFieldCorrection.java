package spine.unet.internal.preprocessing;

import java.util.Arrays;
import spine.common.stats.Quantiles;

/**
 * Removes the bias field of surface coils from a stack, in place: {@code limit * tanh(x / (smooth(x) + offset * level) / 2)}, where
 * {@code smooth} is a low-pass filter within the slice and {@code level} the typical intensity of tissue in the stack.
 */
final class BiasFieldCorrection {
    private static final int SAMPLES = 50_000;

    private final int rows;
    private final int columns;
    private final int radius;
    private final double offset;
    private final double limit;

    /**
     * @param sigma standard deviation of the low-pass filter, pixels
     * @param offset share of the tissue intensity that is added to the divisor
     * @param limit upper end of the result
     */
    BiasFieldCorrection(int rows, int columns, double sigma, double offset, double limit) {
        this.rows = rows;
        this.columns = columns;
        // Three running means of this radius have the variance of the Gaussian.
        this.radius = Math.max(1, (int) Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        this.offset = offset;
        this.limit = limit;
    }

    /** @param planes {@code [plane][row * columns + column]}; receive values in 0 to the limit */
    void apply(float[][] planes) {
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(0, plane[i]);
            }
        }
        float floor = (float) (offset * tissueLevel(planes));
        for (float[] plane : planes) {
            float[] smooth = smooth(plane);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) (limit * Math.tanh(plane[i] / (smooth[i] + floor) / 2));
            }
        }
    }

    /** Median of the pixels above a tenth of the 99th percentile; 1 in a stack without signal. */
    private static float tissueLevel(float[][] planes) {
        int step = Math.max(1, planes.length * planes[0].length / SAMPLES);
        float[] samples = new float[(planes.length * planes[0].length + step - 1) / step];
        int n = 0;
        for (int i = 0; i < planes.length * planes[0].length; i += step) {
            samples[n++] = planes[i / planes[0].length][i % planes[0].length];
        }
        Arrays.sort(samples);
        float threshold = Quantiles.lower(samples, 0.99) / 10;
        int dark = 0;
        while (dark < n && samples[dark] <= threshold) {
            dark++;
        }
        return dark == n ? 1 : samples[(dark + n) / 2];
    }

    private float[] smooth(float[] plane) {
        float[] a = plane.clone();
        float[] b = new float[a.length];
        for (int pass = 0; pass < 3; pass++) {
            for (int r = 0; r < rows; r++) {
                runningMean(a, b, r * columns, 1, columns);
            }
            for (int c = 0; c < columns; c++) {
                runningMean(b, a, c, columns, rows);
            }
        }
        return a;
    }

    /** Mean over those of the {@code 2 * radius + 1} pixels that lie inside the image. */
    private void runningMean(float[] from, float[] to, int start, int stride, int length) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += from[start + i * stride];
            count++;
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += from[start + (i + radius) * stride];
                count++;
            }
            if (i > radius) {
                sum -= from[start + (i - radius - 1) * stride];
                count--;
            }
            to[start + i * stride] = (float) (sum / count);
        }
    }
}
