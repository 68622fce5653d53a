package spine.evaluate.internal.insertion;

import java.util.BitSet;

/**
 * A lesion as weights from 0 to 1: the pixels of a place, with a soft edge, on the largest slice of a body and both neighbours, and
 * nowhere outside of the body.
 */
final class LesionShape {
    /** Standard deviation of the blur, pixels: the sampling of an image blurs every edge. */
    private static final double BLUR = 0.8;
    private static final int REACH = 3;
    private static final double OUTER_SLICE = 0.8;
    /** From this weight on a pixel is oedema in truth. */
    private static final float TRUTH = 0.5f;

    private final int first;
    private final float[][] weights;

    private LesionShape(int first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /**
     * @param place pixels on the largest slice of the body
     * @param rows of a slice
     * @param columns of a slice
     */
    static LesionShape of(BitSet place, BodyOutline body, int rows, int columns) {
        float[] soft = blurred(place, rows, columns);
        int mid = body.largest();
        float[][] weights = new float[3][rows * columns];
        for (int slice = mid - 1; slice <= mid + 1; slice++) {
            BitSet inside = body.slices()[slice];
            for (int pixel = inside.nextSetBit(0); pixel >= 0; pixel = inside.nextSetBit(pixel + 1)) {
                weights[slice - mid + 1][pixel] = (float) (soft[pixel] * (slice == mid ? 1 : OUTER_SLICE));
            }
        }
        return new LesionShape(mid - 1, weights);
    }

    private static float[] blurred(BitSet place, int rows, int columns) {
        double[] kernel = new double[2 * REACH + 1];
        double sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            kernel[i + REACH] = Math.exp(-i * i / (2 * BLUR * BLUR));
            sum += kernel[i + REACH];
        }
        float[] soft = new float[rows * columns];
        for (int pixel = place.nextSetBit(0); pixel >= 0; pixel = place.nextSetBit(pixel + 1)) {
            int row = pixel / columns;
            int column = pixel % columns;
            for (int down = -REACH; down <= REACH; down++) {
                for (int across = -REACH; across <= REACH; across++) {
                    if (row + down >= 0 && row + down < rows && column + across >= 0 && column + across < columns) {
                        soft[(row + down) * columns + column + across] +=
                                (float) (kernel[down + REACH] * kernel[across + REACH] / (sum * sum));
                    }
                }
            }
        }
        return soft;
    }

    /** Multiplies the pixels of a slice by 1 + (ratio - 1) x weight. */
    void brighten(float[] pixels, int slice, double ratio) {
        if (slice >= first && slice < first + weights.length) {
            float[] weight = weights[slice - first];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] *= (float) (1 + (ratio - 1) * weight[i]);
            }
        }
    }

    /** Adds the pixels that are oedema in truth. @return how many of the slice */
    int mark(byte[] truth, int slice) {
        int marked = 0;
        if (slice >= first && slice < first + weights.length) {
            for (int i = 0; i < truth.length; i++) {
                if (weights[slice - first][i] > TRUTH) {
                    truth[i] = 1;
                    marked++;
                }
            }
        }
        return marked;
    }
}
