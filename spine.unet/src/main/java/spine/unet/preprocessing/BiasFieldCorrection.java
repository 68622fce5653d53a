package spine.unet.preprocessing;

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

    /**
     * @param planes {@code [plane][row * columns + column]}; receive values in 0 to the limit
     * @param tasks does the planes one by one
     */
    void apply(float[][] planes, PlaneTasks tasks) {
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.max(0, plane[i]);
            }
        }
        float floor = (float) (offset * tissueLevel(planes));
        tasks.run(planes.length, plane -> correct(planes[plane], floor));
    }

    private void correct(float[] plane, float floor) {
        float[] smooth = smooth(plane);
        for (int i = 0; i < plane.length; i++) {
            // tanh(x / 2), by the one of both functions that Java compiles to instructions of the processor
            double decay = Math.exp(-plane[i] / (double) (smooth[i] + floor));
            plane[i] = (float) (limit * ((1 - decay) / (1 + decay)));
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
                alongRow(a, b, r * columns);
            }
            downColumns(b, a);
        }
        return a;
    }

    /** Mean over those of the {@code 2 * radius + 1} pixels of the row that lie inside the image. */
    private void alongRow(float[] from, float[] to, int start) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(radius, columns); i++) {
            sum += from[start + i];
            count++;
        }
        for (int i = 0; i < columns; i++) {
            if (i + radius < columns) {
                sum += from[start + i + radius];
                count++;
            }
            if (i > radius) {
                sum -= from[start + i - radius - 1];
                count--;
            }
            to[start + i] = (float) (sum / count);
        }
    }

    /** The same down all columns, row by row, as they lie in memory. */
    private void downColumns(float[] from, float[] to) {
        double[] sum = new double[columns];
        int count = 0;
        for (int i = 0; i < Math.min(radius, rows); i++) {
            add(sum, from, i * columns, 1);
            count++;
        }
        for (int i = 0; i < rows; i++) {
            if (i + radius < rows) {
                add(sum, from, (i + radius) * columns, 1);
                count++;
            }
            if (i > radius) {
                add(sum, from, (i - radius - 1) * columns, -1);
                count--;
            }
            for (int c = 0; c < columns; c++) {
                to[i * columns + c] = (float) (sum[c] / count);
            }
        }
    }

    private static void add(double[] sum, float[] from, int start, int sign) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += sign * from[start + c];
        }
    }
}
