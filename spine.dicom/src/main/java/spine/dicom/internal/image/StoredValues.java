package spine.dicom.internal.image;

import spine.dicom.decode.FrameFormat;

/** The values that the cells of a grey frame store: of each cell the bits in use (PS3.3 C.7.6.3.1.1). */
final class StoredValues {
    private final FrameFormat format;
    private final byte[] cells;
    private final int shift;

    /**
     * @param format of one sample and 8 or 16 bits
     * @param cells as {@link spine.dicom.decode.DecodedFrame#cells()}
     */
    StoredValues(FrameFormat format, byte[] cells) {
        this.format = format;
        this.cells = cells;
        this.shift = format.highBit() + 1 - format.bitsStored();
    }

    int count() {
        return format.cells();
    }

    /** The bits in use, as an unsigned number. */
    int pattern(int index) {
        return cell(index) >>> shift & (1 << format.bitsStored()) - 1;
    }

    int value(int index) {
        return CellBits.value(pattern(index), format.bitsStored(), format.signed());
    }

    /** Whether the bits above those in use are what they may be: 0, or the sign once more. */
    boolean isClearAbove(int index) {
        int above = cell(index) >>> format.highBit() + 1;
        int all = (1 << format.bitsAllocated() - format.highBit() - 1) - 1;
        return above == 0 || format.signed() && above == all && value(index) < 0;
    }

    /** Smallest value that can be stored. */
    int lowest() {
        return format.signed() ? -(1 << format.bitsStored() - 1) : 0;
    }

    /** Largest value that can be stored. */
    int highest() {
        return lowest() + (1 << format.bitsStored()) - 1;
    }

    private int cell(int index) {
        return format.bitsAllocated() == 8 ? cells[index] & 0xff : cells[2 * index] & 0xff | (cells[2 * index + 1] & 0xff) << 8;
    }
}
