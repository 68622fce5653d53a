package spine.unet.internal.inference;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;
import spine.api.image.StackRegion;
import spine.unet.preprocessing.PlaneTasks;

/**
 * Smooths class probabilities across slices: the log probabilities of a pixel are averaged with those of the same pixel on the two
 * neighbouring slices. Structures continue from slice to slice more often than noise does, and a network that segments one slice makes
 * little use of the others. Immutable.
 */
public final class InterSliceSmoothing {
    private static final int VALUES = 256;
    /** Logarithms of the probabilities 1/255 to 1; what was rounded to 0 counts as 1/255. */
    private static final double[] LOG = new double[VALUES];

    static {
        for (int value = 0; value < VALUES; value++) {
            LOG[value] = Math.log(Math.max(1, value) / 255.0);
        }
    }

    private final double weight;

    /** @param weight of each neighbour, relative to the slice itself; not negative */
    public InterSliceSmoothing(double weight) {
        this.weight = weight;
    }

    /** Where probabilities must be known for the smoothed ones to be right in a region. */
    public StackRegion inputOf(StackRegion region) {
        if (weight == 0) {
            return region;
        }
        List<PixelBox> boxes = region.boxes();
        return new StackRegion(IntStream.range(0, boxes.size()).mapToObj(slice -> boxes.get(slice)
                .union(boxes.get(Math.max(0, slice - 1))).union(boxes.get(Math.min(boxes.size() - 1, slice + 1)))).toList());
    }

    /**
     * @param probabilities {@code [class][slice][pixel]}, multiples of 1/255; the first and the last slice stand in for a missing neighbour
     * @param slices does the slices
     * @return the smoothed probabilities; unchanged where the neighbours are equal, the same array where their weight is 0
     */
    public byte[][][] of(byte[][][] probabilities, PlaneTasks slices) {
        if (weight == 0) {
            return probabilities;
        }
        int count = probabilities[0].length;
        byte[][][] smoothed = new byte[probabilities.length][count][];
        slices.run(count, slice -> {
            int before = Math.max(0, slice - 1);
            int after = Math.min(count - 1, slice + 1);
            byte[] different = new byte[probabilities[0][slice].length];
            for (int c = 0; c < smoothed.length; c++) {
                smoothed[c][slice] = probabilities[c][slice].clone();
                mark(different, probabilities[c][before], probabilities[c][slice], probabilities[c][after]);
            }
            double[] shares = new double[smoothed.length];
            for (int pixel = 0; pixel < different.length; pixel++) {
                if (different[pixel] != 0) {
                    average(probabilities, before, slice, after, pixel, shares);
                    for (int c = 0; c < shares.length; c++) {
                        smoothed[c][slice][pixel] = (byte) Math.round(255 * shares[c]);
                    }
                }
            }
        });
        return smoothed;
    }

    /** @param different is set to something other than 0 where the map differs from one of its neighbours */
    private static void mark(byte[] different, byte[] before, byte[] map, byte[] after) {
        for (int pixel = 0; pixel < different.length; pixel++) {
            different[pixel] |= (byte) ((before[pixel] ^ map[pixel]) | (after[pixel] ^ map[pixel]));
        }
    }

    /** @param shares receives the probabilities of the classes at the pixel, which add up to 1 */
    private void average(byte[][][] probabilities, int before, int slice, int after, int pixel, double[] shares) {
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            byte[][] map = probabilities[c];
            double log = LOG[map[slice][pixel] & 0xff] + weight * (LOG[map[before][pixel] & 0xff] + LOG[map[after][pixel] & 0xff]);
            shares[c] = Math.exp(log / (1 + 2 * weight));
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
    }
}
