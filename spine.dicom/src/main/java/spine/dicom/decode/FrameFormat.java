package spine.dicom.decode;

import spine.api.UnusableInputException;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * What the image pixel module (PS3.3 C.7.6.3) says of a frame.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param samples per pixel, 1 to 4
 * @param bitsAllocated of a cell: 1, 8, 16 or 32
 * @param bitsStored bits of a cell in use, 1 to {@code bitsAllocated}
 * @param highBit the highest of them, from {@code bitsStored - 1} to {@code bitsAllocated - 1}
 * @param signed whether the bits in use are a two's complement
 * @param planar whether native pixels have each colour in a plane of its own
 * @param photometric the photometric interpretation, upper case, empty if missing
 */
public record FrameFormat(int rows, int columns, int samples, int bitsAllocated, int bitsStored, int highBit, boolean signed,
        boolean planar, String photometric) {
    /** {@link DicomLimits#samples()} */
    public static final int MOST_CELLS = DicomLimits.STANDARD.samples();
    private static final int PLANAR_CONFIGURATION = 0x00280006;

    public FrameFormat {
        if (rows < 1 || columns < 1 || samples < 1 || samples > 4 || (long) rows * columns * samples > MOST_CELLS) {
            throw new IllegalArgumentException("no size of a frame: " + rows + " x " + columns + " x " + samples);
        }
        if (bitsStored < 1 || highBit < bitsStored - 1 || highBit >= bitsAllocated) {
            throw new IllegalArgumentException("no layout of bits: " + bitsAllocated + ", " + bitsStored + ", " + highBit);
        }
    }

    /**
     * Reads a header. Bits that contradict each other are brought into the range that is possible.
     *
     * @param name names the image in messages
     * @throws UnusableInputException if the header describes no image, or one beyond the limits
     */
    public static FrameFormat of(DicomObject header, String name) throws UnusableInputException {
        int rows = header.integer(Tag.Rows, 0);
        int columns = header.integer(Tag.Columns, 0);
        int samples = header.integer(Tag.SamplesPerPixel, 1);
        int allocated = header.integer(Tag.BitsAllocated, 0);
        if (rows < 1 || columns < 1 || samples < 1 || samples > 4) {
            throw new UnusableInputException(name + " is no image: its header gives " + rows + " x " + columns + " pixels of " + samples
                    + " samples");
        }
        if ((long) rows * columns * samples > MOST_CELLS) {
            throw new UnusableInputException(name + " has frames of " + rows + " x " + columns + " pixels of " + samples
                    + " samples; at most " + MOST_CELLS + " samples are read");
        }
        if (allocated != 1 && allocated != 8 && allocated != 16 && allocated != 32) {
            throw new UnusableInputException(name + " has pixels of " + allocated + " bits; 1, 8, 16 and 32 are read");
        }
        int stored = Math.max(1, Math.min(allocated, header.integer(Tag.BitsStored, allocated)));
        int highBit = Math.max(stored - 1, Math.min(allocated - 1, header.integer(Tag.HighBit, stored - 1)));
        return new FrameFormat(rows, columns, samples, allocated, stored, highBit, header.integer(Tag.PixelRepresentation, 0) == 1,
                samples > 1 && header.integer(PLANAR_CONFIGURATION, 0) == 1, header.text(Tag.PhotometricInterpretation));
    }

    /**
     * Compares the size with that of encoded pixels.
     *
     * @param name names the image in messages
     * @throws UnusableInputException if it is another one
     */
    public void requireSize(long rows, long columns, int samples, String name) throws UnusableInputException {
        if (rows != this.rows || columns != this.columns || samples != this.samples) {
            throw new UnusableInputException(name + " is damaged: its compressed pixels are " + rows + " x " + columns + " x " + samples
                    + ", its header says " + this.rows + " x " + this.columns + " x " + this.samples);
        }
    }

    /** Samples of a frame. */
    public int cells() {
        return rows * columns * samples;
    }

    /** Bytes of a decoded cell; one also where only a bit is allocated. */
    public int bytesPerCell() {
        return Math.max(1, bitsAllocated / 8);
    }

    /** Bytes of a decoded frame. */
    public int length() {
        return cells() * bytesPerCell();
    }
}
