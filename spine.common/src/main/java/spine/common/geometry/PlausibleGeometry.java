package spine.common.geometry;

import java.util.Locale;
import java.util.Optional;

/**
 * What sagittal MR images of a spine can measure. Beyond that a number in a header is wrong, so that sizes and places would be, too, and
 * the memory and time that a study takes would follow from a typing error. Each answer is the reason in words that follow "it", without
 * a full stop; empty if nothing is wrong.
 */
public final class PlausibleGeometry {
    /** Images composed of stations show at most a whole body: 2.05 m, the longest range of the table of whole-body scanners. */
    private static final double LONGEST_SIDE_MM = 2_100;
    /** No scanner images more across the body than its bore is wide, 0.7 m; phase oversampling adds to that. */
    private static final double SHORTER_SIDE_MM = 1_000;
    /** A vertebral body is about 25 mm high; clinical images have pixels of 0.4 to 1.6 mm. */
    private static final double SMALLEST_PIXEL_MM = 0.1;
    private static final double LARGEST_PIXEL_MM = 4;
    /** From the isocentre: a table moves less than 3 m. */
    private static final double FARTHEST_MM = 10_000;
    private static final int MOST_SLICES = 400;
    /** Clinical sagittal slices lie 1 (three-dimensional STIR) to 6 mm apart; a gap of a slice in both directions doubles that. */
    private static final double CLOSEST_MM = 0.3;
    private static final double WIDEST_MM = 15;
    /** From side to side: wider than any patient. */
    private static final double WIDEST_STACK_MM = 1_000;

    private PlausibleGeometry() {
    }

    /**
     * Of one image.
     *
     * @param rows its height in pixels
     * @param columns its width in pixels
     * @param rowSpacing from row to row, mm, finite and above 0
     * @param columnSpacing from column to column, mm, finite and above 0
     * @param x place of its first pixel, mm, as y and z
     */
    public static Optional<String> ofImage(int rows, int columns, double rowSpacing, double columnSpacing, double x, double y, double z) {
        double height = rows * rowSpacing;
        double width = columns * columnSpacing;
        if (Math.max(height, width) > LONGEST_SIDE_MM || Math.min(height, width) > SHORTER_SIDE_MM) {
            return words("it says that it shows %.0f x %.0f mm, which is more than a patient", height, width);
        }
        double farthest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
        return farthest > FARTHEST_MM ? words("it says that it lies %.0f m from the middle of the scanner", farthest / 1000)
                : Optional.empty();
    }

    /**
     * Of parallel images.
     *
     * @param slices how many, at least one
     * @param distance the usual one from slice to slice, mm; ignored for a single slice
     * @param rowSpacing as in {@link #ofImage}
     * @param columnSpacing as in {@link #ofImage}
     */
    public static Optional<String> ofStack(int slices, double distance, double rowSpacing, double columnSpacing) {
        if (Math.min(rowSpacing, columnSpacing) < SMALLEST_PIXEL_MM || Math.max(rowSpacing, columnSpacing) > LARGEST_PIXEL_MM) {
            return words("it says that its pixels measure %.3g x %.3g mm", rowSpacing, columnSpacing);
        }
        if (slices > MOST_SLICES) {
            return words("it has %d slices", slices);
        }
        if (slices > 1 && !(distance >= CLOSEST_MM && distance <= WIDEST_MM)) {
            return words("it says that its slices lie %.3g mm apart", distance);
        }
        return slices * distance > WIDEST_STACK_MM ? words("it says that its slices span %.0f mm from side to side", slices * distance)
                : Optional.empty();
    }

    private static Optional<String> words(String format, Object... values) {
        return Optional.of(String.format(Locale.ROOT, format, values));
    }
}
