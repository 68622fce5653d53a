package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Blur and ringing of a finite, windowed k-space that is coarser than the pixels of the image, along rows and columns; in some
 * examinations also a double edge from motion or the edge enhancement of the vendor. Immutable.
 */
final class PointSpreadFunction {
    private static final int REACH = 6;
    private final float[] along;
    private final float[] down;

    PointSpreadFunction(double pixel, SeededRandom random) {
        double read = Math.min(1, pixel / random.uniform(0.6, 1.4));
        double phase = Math.min(1, pixel / random.uniform(0.7, 2.2));
        double window = random.uniform(0, 1);
        boolean headFoot = random.chance(0.6);
        double enhanced = random.chance(0.2) ? random.uniform(0.1, 0.6) : 0;
        double moved = random.chance(0.2) ? random.uniform(1, 3.5) / pixel : 0;
        double share = random.uniform(0.15, 0.5);
        float[] sharp = enhanced(kernel(read, window), enhanced);
        float[] soft = doubled(enhanced(kernel(phase, window), enhanced), (int) Math.min(REACH / 2, Math.rint(moved)), share);
        along = headFoot ? sharp : soft;
        down = headFoot ? soft : sharp;
    }

    /** Unsharp masking: subtracts a share of a wider blur. */
    private static float[] enhanced(float[] kernel, double share) {
        float[] result = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            double wide = 0;
            for (int k = -1; k <= 1; k++) {
                wide += kernel[Math.max(0, Math.min(kernel.length - 1, i + k))] / 3;
            }
            result[i] = (float) (kernel[i] * (1 + share) - wide * share);
        }
        return result;
    }

    /** Adds a second, weaker copy some pixels away. */
    private static float[] doubled(float[] kernel, int by, double share) {
        float[] result = new float[kernel.length];
        for (int i = 0; i < kernel.length; i++) {
            result[i] = (float) (kernel[i] * (1 - share) + (i >= by ? kernel[i - by] * share : 0));
        }
        return result;
    }

    private static float[] kernel(double resolution, double window) {
        double[] h = new double[2 * REACH + 1];
        double sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            double x = StrictMath.PI * i * resolution;
            double sinc = i == 0 ? 1 : StrictMath.sin(x) / x;
            double taper = StrictMath.cos(StrictMath.PI * i / (2.0 * (REACH + 1)));
            h[i + REACH] = sinc * (1 - window + window * taper * taper);
            sum += h[i + REACH];
        }
        float[] kernel = new float[h.length];
        for (int i = 0; i < h.length; i++) {
            kernel[i] = (float) (h[i] / sum);
        }
        return kernel;
    }

    /** Factor by which it changes the standard deviation of white noise. */
    double noiseGain() {
        return Math.sqrt(energy(along) * energy(down));
    }

    private static double energy(float[] kernel) {
        double sum = 0;
        for (float weight : kernel) {
            sum += weight * weight;
        }
        return sum;
    }

    /** The blurred image, row-major; the argument is not changed. */
    float[] apply(float[] image, int rows, int columns) {
        float[] first = new float[image.length];
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            for (int k = -REACH; k <= REACH; k++) {
                float weight = along[k + REACH];
                int from = Math.max(0, -k);
                int to = columns - Math.max(0, k);
                for (int c = from; c < to; c++) {
                    first[start + c] += weight * image[start + c + k];
                }
            }
        }
        float[] second = new float[image.length];
        for (int r = 0; r < rows; r++) {
            for (int k = -REACH; k <= REACH; k++) {
                int at = Math.max(0, Math.min(rows - 1, r + k)) * columns;
                float weight = down[k + REACH];
                for (int c = 0; c < columns; c++) {
                    second[r * columns + c] += weight * first[at + c];
                }
            }
        }
        return second;
    }
}
