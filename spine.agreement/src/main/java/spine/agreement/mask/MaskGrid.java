package spine.agreement.mask;

/**
 * The grid of a mask. The voxel of column x, row y and slice z is bit {@code (z * rows + y) * columns + x}.
 *
 * @param columns at least 1
 * @param rows at least 1
 * @param slices 1 for a mask in a plane, whose surface is its edge in that plane
 * @param columnMm distance of columns, mm
 * @param rowMm distance of rows, mm
 * @param sliceMm distance of slices, mm; does not matter for one slice
 */
public record MaskGrid(int columns, int rows, int slices, double columnMm, double rowMm, double sliceMm) {
    private static final int MOST_VOXELS = 1 << 28;

    /** @throws IllegalArgumentException if a number is below 1, a distance is not above 0, or there are more than 2^28 voxels */
    public MaskGrid {
        if (columns < 1 || rows < 1 || slices < 1 || (double) columns * rows * slices > MOST_VOXELS || !distance(columnMm)
                || !distance(rowMm) || !distance(sliceMm)) {
            throw new IllegalArgumentException("A grid has 1 to 2^28 voxels at distances above 0 mm.");
        }
    }

    /** A mask in a plane. */
    public static MaskGrid plane(int columns, int rows, double columnMm, double rowMm) {
        return new MaskGrid(columns, rows, 1, columnMm, rowMm, 1);
    }

    public int voxels() {
        return columns * rows * slices;
    }

    private static boolean distance(double mm) {
        return mm > 0 && mm < 1e6;
    }
}
