package spine.io.dicom.internal.orientation;

import java.util.Optional;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;

/**
 * The pixels of an image as its file has them, which is what other objects refer to.
 *
 * @param plane where they lie
 * @param rows of the file
 * @param columns of the file
 * @param orientation in which they are stored
 */
public record StoredGrid(SlicePlane plane, int rows, int columns, StoredOrientation orientation) {

    /** @param stored where the file says that the image lies; empty for an image made in memory, which is stored as it is */
    public static StoredGrid of(Slice slice, Optional<SlicePlane> stored) {
        StoredOrientation orientation = stored.flatMap(plane -> StoredOrientation.between(plane, slice.plane()))
                .orElse(StoredOrientation.UPRIGHT);
        return new StoredGrid(orientation.isUpright() ? slice.plane() : stored.orElseThrow(),
                orientation.storedRows(slice.rows(), slice.columns()), orientation.storedColumns(slice.rows(), slice.columns()),
                orientation);
    }

    /** Where a pixel of the slice is stored, both counted row by row. */
    public int index(int ofSlice) {
        int uprightRows = orientation.storedRows(rows, columns);
        return orientation.isUpright() ? ofSlice : orientation.storedIndex(ofSlice, uprightRows, rows * columns / uprightRows);
    }

    /** A mask of the slice on the stored pixels; the same array where they are stored upright. */
    public byte[] stored(byte[] ofSlice) {
        if (orientation.isUpright()) {
            return ofSlice;
        }
        byte[] stored = new byte[ofSlice.length];
        for (int i = 0; i < stored.length; i++) {
            stored[index(i)] = ofSlice[i];
        }
        return stored;
    }
}
