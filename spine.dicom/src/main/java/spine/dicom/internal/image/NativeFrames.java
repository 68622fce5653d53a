package spine.dicom.internal.image;

import java.io.IOException;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.PixelData;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameFormat;

/** Frames of native pixel data (PS3.5 8.2): one after the other, single bits without a gap between frames. */
final class NativeFrames implements Frames {
    private static final String HALF_COLOUR = "YBR_FULL_422";
    private static final Note MORE = Note.warning("The images have more pixels than their headers describe; the others were left out.");

    private final PixelData pixels;
    private final FrameFormat format;
    private final int count;
    private final String name;

    /** @param count number of frames */
    NativeFrames(PixelData pixels, FrameFormat format, int count, String name) {
        this.pixels = pixels;
        this.format = format;
        this.count = count;
        this.name = name;
    }

    @Override
    public DecodedFrame frame(int index) throws UnusableInputException, IOException {
        byte[] cells;
        if (format.bitsAllocated() == 1) {
            cells = bits((long) index * format.cells());
        } else if (format.photometric().equals(HALF_COLOUR)) {
            cells = fullColour(bytes((long) index * format.length() / 3 * 2, format.length() / 3 * 2));
        } else {
            byte[] read = bytes((long) index * format.length(), format.length());
            cells = format.planar() ? interleaved(read) : read;
        }
        return new DecodedFrame(cells, hasMore() ? List.of(MORE) : List.of());
    }

    /** Room for a whole frame more: the header may announce too few frames, or too few bits. */
    private boolean hasMore() {
        return format.bitsAllocated() > 1 && pixels.length(0) >= (count + 1L) * format.length();
    }

    private byte[] bytes(long offset, int length) throws UnusableInputException, IOException {
        if (offset + length > pixels.length(0)) {
            throw new UnusableInputException(name + " has too few pixels: " + pixels.length(0) + " bytes, and "
                    + (offset + length) + " are needed");
        }
        return pixels.read(0, offset, length);
    }

    /** The first pixel is the lowest bit of the first byte. */
    private byte[] bits(long firstBit) throws UnusableInputException, IOException {
        int count = format.cells();
        long firstByte = firstBit >>> 3;
        byte[] packed = bytes(firstByte, (int) ((firstBit + count + 7 >>> 3) - firstByte));
        byte[] cells = new byte[count];
        for (int i = 0, bit = (int) (firstBit & 7); i < count; i++, bit++) {
            cells[i] = (byte) (packed[bit >>> 3] >>> (bit & 7) & 1);
        }
        return cells;
    }

    private byte[] interleaved(byte[] planes) {
        byte[] cells = new byte[planes.length];
        int size = format.bytesPerCell();
        int pixelCount = format.rows() * format.columns();
        for (int sample = 0, at = 0; sample < format.samples(); sample++) {
            for (int pixel = 0; pixel < pixelCount; pixel++) {
                for (int i = 0; i < size; i++) {
                    cells[(pixel * format.samples() + sample) * size + i] = planes[at++];
                }
            }
        }
        return cells;
    }

    /** Two brightnesses and one colour for both (PS3.3 C.7.6.3.1.2). */
    private static byte[] fullColour(byte[] halves) {
        byte[] cells = new byte[halves.length / 2 * 3];
        for (int from = 0, to = 0; from + 3 < halves.length; from += 4) {
            for (int pixel = 0; pixel < 2; pixel++) {
                cells[to++] = halves[from + pixel];
                cells[to++] = halves[from + 2];
                cells[to++] = halves[from + 3];
            }
        }
        return cells;
    }
}
