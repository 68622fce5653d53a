package spine.dicom.internal.marker;

import spine.api.UnusableInputException;

/** Marker segments of a codestream (B.1.1.4). */
public final class SegmentReader {
    public static final int SOI = 0xd8;
    public static final int EOI = 0xd9;
    private static final int TEM = 0x01;
    private static final int MARKER = 0xff;

    private final byte[] data;
    private final String name;
    private int position;
    private int end;

    public SegmentReader(byte[] data, String name) {
        this.data = data;
        this.name = name;
    }

    /** Goes to the next marker; its parameters, if it has some, can be read then. What lies between segments is passed over. */
    public int nextMarker() throws UnusableInputException {
        position = Math.max(position, end);
        while (position + 1 < data.length && ((data[position] & 0xff) != MARKER || (data[position + 1] & 0xff) == MARKER
                || data[position + 1] == 0)) {
            position++;
        }
        if (position + 1 >= data.length) {
            throw cutOff();
        }
        int marker = data[position + 1] & 0xff;
        position += 2;
        end = position;
        if (marker != SOI && marker != EOI && marker != TEM && (marker & 0xf8) != 0xd0) {
            end = position + 2;
            int length = unsignedShort();
            end = position - 2 + Math.max(2, length);
            if (end > data.length) {
                throw cutOff();
            }
        }
        return marker;
    }

    public boolean hasMore() {
        return position < end;
    }

    public int unsignedByte() throws UnusableInputException {
        if (position >= end || position >= data.length) {
            throw cutOff();
        }
        return data[position++] & 0xff;
    }

    public int unsignedShort() throws UnusableInputException {
        return unsignedByte() << 8 | unsignedByte();
    }

    /** Where entropy-coded data begins, that is behind the segment. */
    public int end() {
        return end;
    }

    /** Goes on there. */
    public void continueAt(int place) {
        position = place;
        end = place;
    }

    public UnusableInputException cutOff() {
        return new UnusableInputException(name + " is cut off or damaged: its compressed pixels have no whole header and end");
    }
}
