package spine.phantom.internal.shift.noise;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.numeric.FourierTransform;

/**
 * Random field whose power spectrum falls with a power of the frequency; mean 0, standard deviation 1, repeating every 64 cells. Safe
 * for many threads.
 */
public final class SpectralNoise {
    private static final int SIDE = 64;
    private static final int MASK = SIDE - 1;
    private final float[] field = new float[SIDE * SIDE * SIDE];

    /** @param slope exponent of the power spectrum: 0 is white, 4 is very smooth */
    public SpectralNoise(double slope, SeededRandom random) {
        float[] other = new float[field.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) random.uniform(-1, 1);
        }
        FourierTransform transform = new FourierTransform(SIDE);
        lines(transform, other, true);
        float[] weights = new float[3 * SIDE * SIDE / 4 + 1];
        for (int k2 = 1; k2 < weights.length; k2++) {
            weights[k2] = (float) StrictMath.pow(k2, -slope / 4);
        }
        for (int i = 0; i < field.length; i++) {
            int x = frequency(i & MASK);
            int y = frequency(i >> 6 & MASK);
            int z = frequency(i >> 12);
            float weight = weights[x * x + y * y + z * z];
            field[i] *= weight;
            other[i] *= weight;
        }
        lines(transform, other, false);
        double sum = 0;
        for (float value : field) {
            sum += value * value;
        }
        float scale = (float) (1 / Math.sqrt(sum / field.length));
        for (int i = 0; i < field.length; i++) {
            field[i] *= scale;
        }
    }

    private static int frequency(int index) {
        return index < SIDE / 2 ? index : index - SIDE;
    }

    private void lines(FourierTransform transform, float[] other, boolean forward) {
        float[] re = new float[SIDE];
        float[] im = new float[SIDE];
        for (int axis = 0; axis < 3; axis++) {
            int step = axis == 0 ? 1 : axis == 1 ? SIDE : SIDE * SIDE;
            for (int line = 0; line < SIDE * SIDE; line++) {
                int low = line & MASK;
                int high = line >> 6;
                int start = axis == 0 ? line * SIDE : axis == 1 ? high * SIDE * SIDE + low : line;
                for (int i = 0; i < SIDE; i++) {
                    re[i] = field[start + i * step];
                    im[i] = other[start + i * step];
                }
                if (forward) {
                    transform.forward(re, im);
                } else {
                    transform.back(re, im);
                }
                for (int i = 0; i < SIDE; i++) {
                    field[start + i * step] = re[i];
                    other[start + i * step] = im[i];
                }
            }
        }
    }

    /** The field at a point given in cells. */
    public double at(double x, double y, double z) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        double fz = Math.floor(z);
        double u = x - fx;
        double v = y - fy;
        double w = z - fz;
        int x0 = (int) fx & MASK;
        int x1 = x0 + 1 & MASK;
        int y0 = ((int) fy & MASK) << 6;
        int y1 = ((int) fy + 1 & MASK) << 6;
        int z0 = ((int) fz & MASK) << 12;
        int z1 = ((int) fz + 1 & MASK) << 12;
        double a = (field[x0 + y0 + z0] * (1 - u) + field[x1 + y0 + z0] * u) * (1 - v)
                + (field[x0 + y1 + z0] * (1 - u) + field[x1 + y1 + z0] * u) * v;
        double b = (field[x0 + y0 + z1] * (1 - u) + field[x1 + y0 + z1] * u) * (1 - v)
                + (field[x0 + y1 + z1] * (1 - u) + field[x1 + y1 + z1] * u) * v;
        return a * (1 - w) + b * w;
    }
}
