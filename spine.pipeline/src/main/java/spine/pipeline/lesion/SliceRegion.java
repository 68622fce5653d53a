package spine.pipeline.lesion;

import spine.api.image.Slice;

/**
 * Pixels of one slice.
 *
 * @param slice index in its stack
 * @param pixels {@code row * columns + column}, ascending, at least one; shared, not copied
 */
public record SliceRegion(int slice, int[] pixels) {
    private static final double ROUNDING = 1e-6;

    /** mm2 on the image. */
    double area(Slice image) {
        return area(pixels.length, image);
    }

    /** Area of that many pixels, mm2; more by a trifle, so that pixels that make up a limit exactly reach it. */
    static double area(int pixels, Slice image) {
        return pixels * image.plane().pixelArea() + ROUNDING;
    }
}
