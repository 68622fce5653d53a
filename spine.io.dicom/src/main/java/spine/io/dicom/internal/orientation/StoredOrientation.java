package spine.io.dicom.internal.orientation;

import java.util.Optional;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * How the pixels of an image are stored, compared with the upright image: that whose rows run to the feet and whose columns run to the
 * back. A file may hold any of the eight forms and says which (PS3.3 C.7.6.2.1.1). Rows and columns below are those of the upright image
 * unless they are called stored.
 *
 * @param transposed whether a stored row is a column
 * @param rowsReversed whether the stored image begins with the last row
 * @param columnsReversed whether the stored image begins with the last column
 */
public record StoredOrientation(boolean transposed, boolean rowsReversed, boolean columnsReversed) {
    public static final StoredOrientation UPRIGHT = new StoredOrientation(false, false, false);

    /** Cosine of the largest angle between two planes that are taken for the same one. */
    private static final double SAME_DIRECTION = 0.9;
    private static final Vec3 ZERO = new Vec3(0, 0, 0);

    /** Of a sagittal image, from where its file says that it lies. One that is not sagittal has no upright form but its own. */
    public static StoredOrientation of(SlicePlane stored) {
        if (AnatomicalPlane.of(stored) != AnatomicalPlane.SAGITTAL) {
            return UPRIGHT;
        }
        boolean transposed = Math.abs(stored.alongRow().z()) > Math.abs(stored.alongColumn().z());
        double towardsHead = transposed ? stored.alongRow().z() : stored.alongColumn().z();
        double towardsBack = transposed ? stored.alongColumn().y() : stored.alongRow().y();
        return new StoredOrientation(transposed, towardsHead > 0, towardsBack < 0);
    }

    /** Of an image that is known by both planes; empty if they do not lie alike, whatever way they are turned. */
    public static Optional<StoredOrientation> between(SlicePlane stored, SlicePlane upright) {
        boolean transposed = Math.abs(upright.alongRow().dot(stored.alongColumn())) > Math.abs(upright.alongRow().dot(stored.alongRow()));
        double rows = upright.alongColumn().dot(transposed ? stored.alongRow() : stored.alongColumn());
        double columns = upright.alongRow().dot(transposed ? stored.alongColumn() : stored.alongRow());
        return Math.abs(rows) < SAME_DIRECTION || Math.abs(columns) < SAME_DIRECTION ? Optional.empty()
                : Optional.of(new StoredOrientation(transposed, rows < 0, columns < 0));
    }

    public boolean isUpright() {
        return equals(UPRIGHT);
    }

    /** Where the upright image lies. */
    public SlicePlane upright(SlicePlane stored, int rows, int columns) {
        if (isUpright()) {
            return stored;
        }
        int row = rowsReversed ? rows - 1 : 0;
        int column = columnsReversed ? columns - 1 : 0;
        return new SlicePlane(stored.toPatient(transposed ? row : column, transposed ? column : row),
                directed(transposed ? stored.alongColumn() : stored.alongRow(), columnsReversed),
                directed(transposed ? stored.alongRow() : stored.alongColumn(), rowsReversed),
                transposed ? stored.rowSpacing() : stored.columnSpacing(), transposed ? stored.columnSpacing() : stored.rowSpacing());
    }

    /** Without the negative zero, which is another value for {@code equals}. */
    private static Vec3 directed(Vec3 direction, boolean reversed) {
        return reversed ? ZERO.minus(direction) : direction;
    }

    /** Rows of the stored image. */
    public int storedRows(int rows, int columns) {
        return transposed ? columns : rows;
    }

    /** Columns of the stored image. */
    public int storedColumns(int rows, int columns) {
        return transposed ? rows : columns;
    }

    /** Where a pixel of the upright image is stored, both counted row by row. */
    public int storedIndex(int index, int rows, int columns) {
        int row = index / columns;
        int column = index % columns;
        int r = rowsReversed ? rows - 1 - row : row;
        int c = columnsReversed ? columns - 1 - column : column;
        return transposed ? c * rows + r : r * columns + c;
    }

    /** The upright pixels; the same array where they are stored upright. */
    public float[] upright(float[] stored, int rows, int columns) {
        if (isUpright()) {
            return stored;
        }
        float[] upright = new float[stored.length];
        for (int i = 0; i < upright.length; i++) {
            upright[i] = stored[storedIndex(i, rows, columns)];
        }
        return upright;
    }

    /** The upright mask; the same array where it is stored upright. */
    public byte[] upright(byte[] stored, int rows, int columns) {
        if (isUpright()) {
            return stored;
        }
        byte[] upright = new byte[stored.length];
        for (int i = 0; i < upright.length; i++) {
            upright[i] = stored[storedIndex(i, rows, columns)];
        }
        return upright;
    }
}
