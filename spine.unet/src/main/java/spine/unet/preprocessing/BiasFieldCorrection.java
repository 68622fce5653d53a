package spine.unet.preprocessing;

import java.util.Arrays;
import spine.common.stats.OrderStatistics;

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
        tasks.run(planes.length, plane -> {
            for (int i = 0; i < planes[plane].length; i++) {
                planes[plane][i] = Math.max(0, planes[plane][i]);
            }
        });
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
        double[] samples = new double[(planes.length * planes[0].length + step - 1) / step];
        int n = 0;
        for (int i = 0; i < planes.length * planes[0].length; i += step) {
            samples[n++] = planes[i / planes[0].length][i % planes[0].length];
        }
        OrderStatistics ordered = new OrderStatistics(samples, n);
        float threshold = (float) ordered.lower(0.99) / 10;
        int dark = (int) Arrays.stream(samples).filter(sample -> sample <= threshold).count();
        return dark == n ? 1 : (float) ordered.at((dark + n) / 2);
    }

    private float[] smooth(float[] plane) {
        float[] a = plane.clone();
        float[] b = new float[a.length];
        for (int pass = 0; pass < 3; pass++) {
            for (int r = 0; r < rows; r += 4) {
                alongRows(a, b, r);
            }
            downColumns(b, a);
        }
        return a;
    }

    /**
     * Mean over those of the {@code 2 * radius + 1} pixels of the row that lie inside the image, for four rows at once: the next sum of a
     * row has to wait for the one before, the sums of other rows have not. Where there are fewer rows, the last one is done again.
     */
    private void alongRows(float[] from, float[] to, int first) {
        int a = start(first);
        int b = start(first + 1);
        int c = start(first + 2);
        int d = start(first + 3);
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        for (int i = -radius; i < columns; i++) {
            int comes = i + radius;
            if (comes < columns) {
                sumA += from[a + comes];
                sumB += from[b + comes];
                sumC += from[c + comes];
                sumD += from[d + comes];
            }
            int goes = i - radius - 1;
            if (goes >= 0) {
                sumA -= from[a + goes];
                sumB -= from[b + goes];
                sumC -= from[c + goes];
                sumD -= from[d + goes];
            }
            if (i >= 0) {
                double share = 1.0 / (Math.min(columns, comes + 1) - Math.max(0, goes + 1));
                to[a + i] = (float) (sumA * share);
                to[b + i] = (float) (sumB * share);
                to[c + i] = (float) (sumC * share);
                to[d + i] = (float) (sumD * share);
            }
        }
    }

    private int start(int row) {
        return Math.min(row, rows - 1) * columns;
    }

    /** The same down all columns, row by row, as they lie in memory. */
    private void downColumns(float[] from, float[] to) {
        double[] sum = new double[columns];
        float[] outside = new float[columns];
        int count = Math.min(radius, rows);
        for (int i = 0; i < count * columns; i++) {
            sum[i % columns] += from[i];
        }
        for (int i = 0; i < rows; i++) {
            boolean comes = i + radius < rows;
            boolean goes = i > radius;
            count += (comes ? 1 : 0) - (goes ? 1 : 0);
            change(sum, comes ? from : outside, comes ? (i + radius) * columns : 0, goes ? from : outside,
                    goes ? (i - radius - 1) * columns : 0);
            double share = 1.0 / count;
            for (int c = 0; c < columns; c++) {
                to[i * columns + c] = (float) (sum[c] * share);
            }
        }
    }

    private static void change(double[] sum, float[] added, int firstAdded, float[] removed, int firstRemoved) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += (double) added[firstAdded + c] - removed[firstRemoved + c];
        }
    }
}
