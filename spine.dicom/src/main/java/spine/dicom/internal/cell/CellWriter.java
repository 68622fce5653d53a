package spine.dicom.internal.cell;

import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameFormat;

/**
 * Puts samples of a codestream into cells. The precision of the codestream is often not the number of bits stored, and its sign not
 * that of the header: the header decides what a sample means, the codestream only how many bits it has.
 */
public final class CellWriter {
    private final FrameFormat format;
    private final int precision;
    private final boolean signedStream;
    private final byte[] cells;
    private final int bytesPerCell;
    /** Shift left, then right with sign: what makes a two's complement of {@code precision} bits a number. */
    private final int signShift;
    private final int place;

    /**
     * @param precision bits of a sample, at least 1
     * @param signedStream whether the samples are handed over with a sign
     * @throws UnusableInputException if a cell has no room for a sample
     */
    public CellWriter(FrameFormat format, int precision, boolean signedStream, String name) throws UnusableInputException {
        if (precision > format.bitsAllocated()) {
            throw new UnusableInputException(name + " is damaged: it holds samples of " + precision + " bits, and its header allocates "
                    + format.bitsAllocated());
        }
        this.format = format;
        this.precision = precision;
        this.signedStream = signedStream;
        this.cells = new byte[format.length()];
        this.bytesPerCell = format.bytesPerCell();
        this.signShift = format.signed() && precision < format.bitsStored() ? Integer.SIZE - precision : 0;
        // A sample of all allocated bits is the cell itself, a shorter one is the stored value.
        this.place = precision <= format.bitsStored() ? format.highBit() + 1 - format.bitsStored() : 0;
    }

    /**
     * @param index of the cell: (row × columns + column) × samples + sample
     * @param sample its lowest bits count
     */
    public void put(int index, int sample) {
        int value = sample << signShift >> signShift << place;
        if (bytesPerCell == 1) {
            cells[index] = (byte) value;
        } else {
            int at = index * bytesPerCell;
            for (int i = 0; i < bytesPerCell; i++) {
                cells[at + i] = (byte) (value >>> 8 * i);
            }
        }
    }

    /** The frame, once every cell was put. */
    public DecodedFrame frame() {
        List<Note> notes = new ArrayList<>();
        if (signedStream != format.signed() && signedStream) {
            notes.add(Note.warning("The compressed pixels are signed and the headers say unsigned: the headers were followed."));
        }
        if (signShift > 0 && !signedStream) {
            notes.add(Note.warning("The compressed pixels have " + precision + " bits and the headers say " + format.bitsStored()
                    + " signed ones: the highest bit was taken for the sign."));
        }
        return new DecodedFrame(cells, notes);
    }
}
