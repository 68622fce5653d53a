package spine.unet.internal.preprocessing;

/**
 * Separable resampling of a plane: linear between pixels when it refines, area-weighted (a triangle as wide as two output
 * pixels) when it coarsens. The outer edges of both grids coincide at the first row and column. Immutable.
 */
public record Resampling(Axis rows, Axis columns) {

    int rowsOut() {
        return rows.out();
    }

    int columnsOut() {
        return columns.out();
    }

    /** The way back to the grid this one came from. */
    public Resampling inverse() {
        return new Resampling(rows.inverse(), columns.inverse());
    }

    /** @param plane {@code rows * columns} values of the input grid, row-major */
    public float[] apply(float[] plane) {
        float[] narrow = new float[rows.in * columns.out];
        for (int r = 0; r < rows.in; r++) {
            for (int c = 0; c < columns.out; c++) {
                float[] weights = columns.weights[c];
                int from = r * columns.in + columns.first[c];
                float sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * plane[from + k];
                }
                narrow[r * columns.out + c] = sum;
            }
        }
        float[] result = new float[rows.out * columns.out];
        for (int r = 0; r < rows.out; r++) {
            float[] weights = rows.weights[r];
            int to = r * columns.out;
            for (int k = 0; k < weights.length; k++) {
                float weight = weights[k];
                int from = (rows.first[r] + k) * columns.out;
                for (int c = 0; c < columns.out; c++) {
                    result[to + c] += weight * narrow[from + c];
                }
            }
        }
        return result;
    }

    /** One dimension: for every output pixel its first input pixel and the weights from there on. */
    static final class Axis {
        private final int in;
        private final double spacingIn;
        private final int out;
        private final double spacingOut;
        private final int[] first;
        private final float[][] weights;

        /** The output axis is the shortest that covers the input axis up to half a pixel. */
        static Axis to(int in, double spacingIn, double spacingOut) {
            return new Axis(in, spacingIn, Math.max(1, (int) Math.round(in * spacingIn / spacingOut)), spacingOut);
        }

        private Axis(int in, double spacingIn, int out, double spacingOut) {
            this.in = in;
            this.spacingIn = spacingIn;
            this.out = out;
            this.spacingOut = spacingOut;
            this.first = new int[out];
            this.weights = new float[out][];
            double ratio = spacingOut / spacingIn;
            double reach = Math.max(1, ratio);
            for (int i = 0; i < out; i++) {
                double centre = Math.max(0, Math.min(in - 1, (i + 0.5) * ratio - 0.5));
                int from = Math.max(0, (int) Math.floor(centre - reach) + 1);
                int to = Math.min(in - 1, (int) Math.ceil(centre + reach) - 1);
                first[i] = from;
                weights[i] = triangle(centre, reach, from, to);
            }
        }

        private static float[] triangle(double centre, double reach, int from, int to) {
            double[] raw = new double[to - from + 1];
            double sum = 0;
            for (int k = 0; k < raw.length; k++) {
                raw[k] = 1 - Math.abs(from + k - centre) / reach;
                sum += raw[k];
            }
            float[] weights = new float[raw.length];
            for (int k = 0; k < raw.length; k++) {
                weights[k] = (float) (raw[k] / sum);
            }
            return weights;
        }

        int out() {
            return out;
        }

        Axis inverse() {
            return new Axis(out, spacingOut, in, spacingIn);
        }
    }
}
