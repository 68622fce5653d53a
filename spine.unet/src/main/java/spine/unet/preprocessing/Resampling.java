package spine.unet.preprocessing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;

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
        return apply(plane, new PixelBox(0, 0, rows.in, columns.in), new PixelBox(0, 0, rows.out, columns.out));
    }

    /** The part of the input grid that a part of the output grid depends on; empty for an empty one. */
    public PixelBox inputOf(PixelBox output) {
        if (output.isEmpty()) {
            return PixelBox.NONE;
        }
        int top = rows.first[output.top()];
        int left = columns.first[output.left()];
        return new PixelBox(top, left, rows.end(output.top() + output.rows() - 1) - top,
                columns.end(output.left() + output.columns() - 1) - left);
    }

    /** The largest part of the output grid that depends on nothing but a part of the input grid; empty if there is none. */
    public PixelBox outputOf(PixelBox window) {
        int top = rows.firstWithin(window.top());
        int left = columns.firstWithin(window.left());
        int height = rows.endWithin(window.top() + window.rows()) - top;
        int width = columns.endWithin(window.left() + window.columns()) - left;
        return height <= 0 || width <= 0 ? PixelBox.NONE : new PixelBox(top, left, height, width);
    }

    /** The part of the output grid that depends on a part of the input grid; empty for an empty one. */
    public PixelBox reachOf(PixelBox input) {
        if (input.isEmpty()) {
            return PixelBox.NONE;
        }
        int top = rows.firstBeyond(input.top());
        int left = columns.firstBeyond(input.left());
        return new PixelBox(top, left, rows.endBefore(input.top() + input.rows()) - top,
                columns.endBefore(input.left() + input.columns()) - left);
    }

    /**
     * Resamples a part; every value is, bit for bit, what the whole plane gives.
     *
     * @param plane values of {@code window}, row-major
     * @param window part of the input grid that holds {@link #inputOf} the output; may reach beyond the grid at its end
     * @param output part of the output grid
     * @return values of {@code output}, row-major
     */
    public float[] apply(float[] plane, PixelBox window, PixelBox output) {
        PixelBox input = inputOf(output);
        int width = output.columns();
        float[] narrow = new float[input.rows() * width];
        for (int r = 0; r < input.rows(); r++) {
            int row = (input.top() + r - window.top()) * window.columns() - window.left();
            for (Axis.Tap tap : columns.taps) {
                for (int c = 0; c < width; c++) {
                    narrow[r * width + c] += tap.weights[output.left() + c] * plane[row + tap.pixels[output.left() + c]];
                }
            }
        }
        float[] result = new float[output.rows() * width];
        for (int r = 0; r < output.rows(); r++) {
            float[] weights = rows.weights[output.top() + r];
            int to = r * width;
            for (int k = 0; k < weights.length; k++) {
                float weight = weights[k];
                int from = (rows.first[output.top() + r] + k - input.top()) * width;
                for (int c = 0; c < width; c++) {
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
        private final List<Tap> taps;

        /**
         * The input pixels that come at the same place in the sums of all output pixels: as plain arrays they make a fast loop.
         *
         * @param pixels by output pixel; the last one again where the sum is shorter
         * @param weights by output pixel; 0 where the sum is shorter
         */
        private record Tap(int[] pixels, float[] weights) {
        }

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
            int most = Arrays.stream(weights).mapToInt(each -> each.length).max().orElse(0);
            this.taps = IntStream.range(0, most).mapToObj(this::tap).toList();
        }

        private Tap tap(int k) {
            int[] pixels = new int[out];
            float[] shares = new float[out];
            for (int i = 0; i < out; i++) {
                pixels[i] = first[i] + Math.min(k, weights[i].length - 1);
                shares[i] = k < weights[i].length ? weights[i][k] : 0;
            }
            return new Tap(pixels, shares);
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

        /** Behind the last input pixel of an output pixel. */
        int end(int pixel) {
            return first[pixel] + weights[pixel].length;
        }

        /** The first output pixel that needs that input pixel or one behind it. */
        int firstBeyond(int from) {
            int pixel = 0;
            while (end(pixel) <= from) {
                pixel++;
            }
            return pixel;
        }

        /** Behind the last output pixel that needs an input pixel before that one. */
        int endBefore(int to) {
            int pixel = out;
            while (first[pixel - 1] >= to) {
                pixel--;
            }
            return pixel;
        }

        /** The first output pixel that needs no input pixel before that one; the number of output pixels if there is none. */
        int firstWithin(int from) {
            int pixel = 0;
            while (pixel < out && first[pixel] < from) {
                pixel++;
            }
            return pixel;
        }

        /** Behind the last output pixel that needs no input pixel from that one on; 0 if there is none. */
        int endWithin(int to) {
            int pixel = out;
            while (pixel > 0 && end(pixel - 1) > to) {
                pixel--;
            }
            return pixel;
        }

        Axis inverse() {
            return new Axis(out, spacingOut, in, spacingIn);
        }
    }
}
