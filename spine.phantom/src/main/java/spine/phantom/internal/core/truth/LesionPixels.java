package spine.phantom.internal.core.truth;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import spine.common.raster.ConnectedComponents;

/**
 * The pixels of one body on one slice whose volume is mostly inflamed marrow, or taken to be; entry i of every array belongs to pixel i.
 *
 * @param vertebra C2 = 0
 * @param pixel index {@code row * columns + column}, ascending
 * @param fromUpper greatest distance of the lesion in the pixel from the upper endplate, mm
 * @param fromLower the same from the lower endplate
 * @param upperHalf whether the pixel's centre lies in the upper half of the body
 * @param front whether it lies in the front half
 * @param signal noise-free signal, still fluid being 1
 */
public record LesionPixels(int vertebra, int[] pixel, double[] fromUpper, double[] fromLower, boolean[] upperHalf, boolean[] front,
        double[] signal) {

    /**
     * The pixels inside a mask.
     *
     * @param mask not 0 for a pixel to keep, row-major
     */
    LesionPixels within(byte[] mask) {
        int[] kept = IntStream.range(0, pixel.length).filter(i -> mask[pixel[i]] != 0).toArray();
        boolean[] upper = new boolean[kept.length];
        boolean[] before = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            upper[i] = upperHalf[kept[i]];
            before[i] = front[kept[i]];
        }
        return new LesionPixels(vertebra, Arrays.stream(kept).map(i -> pixel[i]).toArray(), select(fromUpper, kept),
                select(fromLower, kept), upper, before, select(signal, kept));
    }

    /**
     * The connected components of the pixels, 8-connected; labels are indexed as {@link #pixel}.
     *
     * @param columns of the image
     */
    ConnectedComponents components(int columns) {
        BitSet lesion = new BitSet();
        Arrays.stream(pixel).forEach(lesion::set);
        return ConnectedComponents.of((lesion.length() + columns - 1) / columns, columns, lesion::get);
    }

    private static double[] select(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
