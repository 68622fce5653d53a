package spine.evaluate.internal.partial;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import spine.api.UnusableInputException;

/**
 * Labels of a volume in one file of the format NIfTI-1 (https://nifti.nimh.nih.gov/nifti-1), compressed or not. The grid is taken as it
 * lies in the file: i is the column, j the row, k the slice; the affine is not read.
 *
 * @param columns extent of i
 * @param rows extent of j
 * @param slices {@code [k][row * columns + column]}, labels from 0 to 255
 */
record NiftiLabels(int columns, int rows, byte[][] slices) {
    private static final int HEADER = 348;
    private static final int DIMENSIONS = 40;
    private static final int DATATYPE = 70;
    private static final int OFFSET = 108;
    private static final int MAGIC = 344;
    private static final int UINT8 = 2;
    /** No slice stack of a spine comes near; a broken header would ask for any amount of memory. */
    private static final int MOST_PIXELS = 1 << 27;
    /** Bytes before the voxels: header and extensions. */
    private static final float FURTHEST = 1 << 24;

    /** @throws UnusableInputException if the file is not a volume of the type uint8 in one file */
    static NiftiLabels read(Path file) throws UnusableInputException, IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            ByteBuffer header = ByteBuffer.wrap(exactly(in, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            if (header.getInt(0) != HEADER) {
                header.order(ByteOrder.BIG_ENDIAN);
            }
            if (header.getInt(0) != HEADER || header.get(MAGIC) != 'n' || header.get(MAGIC + 1) != '+') {
                throw new UnusableInputException(file + " is not a NIfTI-1 volume in one file.");
            }
            if (header.getShort(DATATYPE) != UINT8) {
                throw new UnusableInputException(file + " must hold labels of the type uint8.");
            }
            int columns = header.getShort(DIMENSIONS + 2);
            int rows = header.getShort(DIMENSIONS + 4);
            int slices = header.getShort(DIMENSIONS) < 3 ? 1 : header.getShort(DIMENSIONS + 6);
            if (columns < 1 || rows < 1 || slices < 1 || (long) columns * rows * slices > MOST_PIXELS) {
                throw new UnusableInputException(file + " is not a volume: " + columns + " x " + rows + " x " + slices + ".");
            }
            float offset = header.getFloat(OFFSET);
            if (!(offset <= FURTHEST)) {
                throw new UnusableInputException(file + " is damaged: it says that its voxels begin at byte " + offset + ".");
            }
            in.skipNBytes(Math.max(0, (long) offset - HEADER));
            byte[][] labels = new byte[slices][];
            for (int k = 0; k < slices; k++) {
                labels[k] = exactly(in, columns * rows);
            }
            return new NiftiLabels(columns, rows, labels);
        } catch (EOFException | ZipException cut) {
            throw new UnusableInputException(file + " is damaged or cut off.", cut);
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
