package spine.dicom.internal.image;

/** The bits of a cell that are in use. */
final class CellBits {

    private CellBits() {
    }

    /** The number in the lowest {@code bits} bits, whatever is above them. */
    static int value(int cell, int bits, boolean signed) {
        int unused = Integer.SIZE - bits;
        return signed ? cell << unused >> unused : cell << unused >>> unused;
    }
}
