package spine.pipeline.lesion;

import spine.api.image.Slice;

/** The outer pixels of the spine on one slice: those near to something that is neither body nor disc. The edge of the image is no margin. */
final class BoundaryMargin {
    private static final double TOLERANCE = 1e-6;

    private final byte[] structures;
    private final int rows;
    private final int columns;
    private final double rowSpacing;
    private final double columnSpacing;
    private final double width;

    /**
     * @param structures 0 where there is neither body nor disc, row-major
     * @param width mm
     */
    BoundaryMargin(byte[] structures, Slice slice, double width) {
        this.structures = structures;
        this.rows = slice.rows();
        this.columns = slice.columns();
        this.rowSpacing = slice.plane().rowSpacing();
        this.columnSpacing = slice.plane().columnSpacing();
        this.width = width;
    }

    boolean contains(int pixel) {
        int down = (int) (width / rowSpacing);
        int along = (int) (width / columnSpacing);
        for (int r = -down; r <= down; r++) {
            for (int c = -along; c <= along; c++) {
                if (Math.hypot(r * rowSpacing, c * columnSpacing) <= width + TOLERANCE && outside(pixel / columns + r, pixel % columns + c)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean outside(int row, int column) {
        return row >= 0 && column >= 0 && row < rows && column < columns && structures[row * columns + column] == 0;
    }
}
