package spine.unet.preprocessing;

import spine.api.image.PixelBox;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;

/**
 * How the stored pixels of a sagittal slice must be flipped or transposed so that rows run to the feet and columns to the back. Scanners
 * store slices in several orientations; networks are trained on this one.
 *
 * @param rows rows of the turned slice, pixels
 * @param columns columns of the turned slice
 * @param transposed whether the rows of the turned slice are columns of the stored one
 * @param rowsFlipped whether the rows must be taken from the end
 * @param columnsFlipped whether the columns must be taken from the end
 */
public record SliceOrientation(int rows, int columns, boolean transposed, boolean rowsFlipped, boolean columnsFlipped) {

    public static SliceOrientation of(SliceStack stack) {
        SlicePlane plane = stack.plane();
        boolean transposed = Math.abs(plane.alongRow().z()) > Math.abs(plane.alongColumn().z());
        double towardsHead = transposed ? plane.alongRow().z() : plane.alongColumn().z();
        double towardsBack = transposed ? plane.alongColumn().y() : plane.alongRow().y();
        return new SliceOrientation(transposed ? stack.columns() : stack.rows(), transposed ? stack.rows() : stack.columns(),
                transposed, towardsHead > 0, towardsBack < 0);
    }

    /** The stored slice, turned; the same array where nothing is to be done. */
    float[] turned(float[] stored) {
        if (asStored()) {
            return stored;
        }
        float[] turned = new float[stored.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = stored[storedIndex(i / columns, i % columns)];
        }
        return turned;
    }

    /** The same pixels of the turned slice. */
    public PixelBox turned(PixelBox stored) {
        if (stored.isEmpty()) {
            return stored;
        }
        int r = transposed ? stored.left() : stored.top();
        int c = transposed ? stored.top() : stored.left();
        int height = transposed ? stored.columns() : stored.rows();
        int width = transposed ? stored.rows() : stored.columns();
        return new PixelBox(rowsFlipped ? rows - r - height : r, columnsFlipped ? columns - c - width : c, height, width);
    }

    /** Where a pixel of the turned slice is stored. */
    public int storedIndex(int row, int column) {
        int r = rowsFlipped ? rows - 1 - row : row;
        int c = columnsFlipped ? columns - 1 - column : column;
        return transposed ? c * rows + r : r * columns + c;
    }

    /** How far the next pixel of a row of the turned slice is stored behind a pixel. */
    public int columnStep() {
        int step = transposed ? rows : 1;
        return columnsFlipped ? -step : step;
    }

    private boolean asStored() {
        return !transposed && !rowsFlipped && !columnsFlipped;
    }
}
