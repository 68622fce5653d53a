package spine.unet.training.internal.backprop;

/** Loops over a row, in the form that the JIT compiler turns into vector instructions: one array index, no branch. */
final class RowMath {
    /** Times the smallest normal number it is above 1, so that a product with it, limited to 1, tells positive numbers from 0. */
    private static final float HUGE = 3e38f;

    private RowMath() {
    }

    /** 1 for 0, and 0 for a positive number. */
    static float isZero(float x) {
        return 1 - Math.min(1, x * HUGE);
    }

    static void add(float[] sum, float[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i];
        }
    }

    /** The value of each channel, again for each pixel of a row. */
    static float[] tiled(float[] channels, int length) {
        float[] row = new float[length];
        for (int i = 0; i < length; i += channels.length) {
            System.arraycopy(channels, 0, row, i, channels.length);
        }
        return row;
    }

    /** Adds x - centre and its square. */
    static void moments(float[] x, float[] centre, float[] sum, float[] squares) {
        for (int i = 0; i < x.length; i++) {
            float d = x[i] - centre[i];
            sum[i] += d;
            squares[i] += d * d;
        }
    }

    /** x becomes relu(x * factor + summand). */
    static void affineRelu(float[] x, float[] factor, float[] summand) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0, x[i] * factor[i] + summand[i]);
        }
    }

    /** The gradient becomes 0 where the relu gave 0. */
    static void reluGradient(float[] gradient, float[] relu) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= Math.min(1, relu[i] * HUGE);
        }
    }

    /** The gradient becomes 0 where {@link #affineRelu} gave 0. */
    static void affineReluGradient(float[] gradient, float[] x, float[] factor, float[] summand) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= Math.min(1, Math.max(0, x[i] * factor[i] + summand[i]) * HUGE);
        }
    }

    /** Adds the gradient and its product with x - centre. */
    static void products(float[] gradient, float[] x, float[] centre, float[] sum, float[] dot) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += gradient[i];
            dot[i] += gradient[i] * (x[i] - centre[i]);
        }
    }

    /** x becomes gradient * a + x * b + c. */
    static void combine(float[] x, float[] gradient, float[] a, float[] b, float[] c) {
        for (int i = 0; i < x.length; i++) {
            x[i] = gradient[i] * a[i] + x[i] * b[i] + c[i];
        }
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Adds the sums over the pixels of a row to those of the channels. */
    static void fold(float[] row, double[] channels) {
        for (int i = 0; i < row.length; i += channels.length) {
            for (int c = 0; c < channels.length; c++) {
                channels[c] += row[i + c];
            }
        }
    }
}
