package spine.io.dicom.internal.seg;

/** Frames of single bits in one run, least significant bit first, without a gap between frames (PS3.5 8.1.1). */
final class BitFrames {
    private final int rows;
    private final int columns;
    private final byte[] bytes;

    /** @throws ArithmeticException if they do not fit into memory */
    BitFrames(int frames, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.bytes = new byte[Math.toIntExact(((long) frames * rows * columns + 15) / 16 * 2)];
    }

    void set(int frame, int row, int column) {
        long bit = ((long) frame * rows + row) * columns + column;
        bytes[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
    }

    /** Of even length. */
    byte[] bytes() {
        return bytes;
    }
}
