package spine.dicom.bulk;

/**
 * Where the value of pixel data lies.
 *
 * @param deflatedFrom where the deflated part of the file begins, -1 if it has none
 * @param offset of the value, from the beginning of the file or of the inflated part
 * @param length in bytes as announced; -1 if the value has fragments
 * @param wordSize bytes whose order is reversed, 1 if it is not
 */
public record PixelPlace(long deflatedFrom, long offset, long length, int wordSize) {
    /** What is not there: a deflated part, a length of its own. */
    public static final int NONE = -1;

    /** The same place in the deflated part that begins there. */
    public PixelPlace inflatedFrom(long position) {
        return new PixelPlace(position, offset, length, wordSize);
    }

    /** The same place where what it was counted from begins further on in the file. */
    public PixelPlace movedBy(long bytes) {
        return new PixelPlace(deflatedFrom, offset + bytes, length, wordSize);
    }

    public boolean isDeflated() {
        return deflatedFrom >= 0;
    }

    public boolean isEncapsulated() {
        return length < 0;
    }
}
