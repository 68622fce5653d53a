package spine.dicom.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import spine.api.UnusableInputException;
import spine.dicom.DicomLimits;

/**
 * Where the fragments of encapsulated pixel data lie (PS3.5 A.4).
 *
 * @param offsets of the fragments' bytes in the file
 * @param lengths of the fragments as announced
 * @param frameOffsets the basic offset table
 */
record FragmentTable(long[] offsets, long[] lengths, long[] frameOffsets) {
    private static final int MOST_FRAGMENTS = DicomLimits.STANDARD.fragments();
    private static final int HEADER = 8;
    private static final int WINDOW = 1 << 12;
    private static final int ITEM = 0xe000fffe;
    private static final int SEQUENCE_DELIMITER = 0xe0ddfffe;

    /**
     * Goes from item to item up to the delimiter, or to the end of the file where that is missing.
     *
     * @param position of the first item, which is the offset table
     * @param name names the file in messages
     */
    static FragmentTable scan(BytesAt bytes, long position, String name) throws UnusableInputException, IOException {
        long[] offsets = new long[16];
        long[] lengths = new long[16];
        int count = 0;
        long at = position;
        long windowAt = at;
        ByteBuffer window = ByteBuffer.allocate(0);
        while (true) {
            if (at < windowAt || at + HEADER > windowAt + window.limit()) {
                window = ByteBuffer.wrap(bytes.read(at, WINDOW)).order(ByteOrder.LITTLE_ENDIAN);
                windowAt = at;
            }
            int inWindow = (int) (at - windowAt);
            if (window.limit() - inWindow < HEADER || window.getInt(inWindow) == SEQUENCE_DELIMITER) {
                break;
            }
            if (window.getInt(inWindow) != ITEM) {
                throw new UnusableInputException(name + " is damaged: fragment " + Math.max(1, count) + " of its pixels does not begin "
                        + "where the one before ends");
            }
            if (count > MOST_FRAGMENTS) {
                throw new UnusableInputException(name + " has more than " + MOST_FRAGMENTS + " fragments of pixels");
            }
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            offsets[count] = at + HEADER;
            lengths[count] = Integer.toUnsignedLong(window.getInt(inWindow + Integer.BYTES));
            at += HEADER + lengths[count];
            count++;
        }
        if (count == 0) {
            return new FragmentTable(new long[0], new long[0], new long[0]);
        }
        return new FragmentTable(Arrays.copyOfRange(offsets, 1, count), Arrays.copyOfRange(lengths, 1, count),
                frameOffsets(bytes, offsets[0], lengths[0]));
    }

    private static long[] frameOffsets(BytesAt bytes, long at, long length) throws IOException {
        int readable = (int) Math.min(length, (long) MOST_FRAGMENTS * Integer.BYTES);
        ByteBuffer table = ByteBuffer.wrap(bytes.read(at, readable)).order(ByteOrder.LITTLE_ENDIAN);
        long[] frames = new long[table.remaining() / Integer.BYTES];
        Arrays.setAll(frames, i -> Integer.toUnsignedLong(table.getInt()));
        return frames;
    }
}
