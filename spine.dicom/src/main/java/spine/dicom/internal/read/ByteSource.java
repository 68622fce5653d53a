package spine.dicom.internal.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import spine.api.UnusableInputException;

/**
 * Bytes of a file or of one value, in order. No length is believed before as many bytes have arrived: memory grows with
 * the data, not with what a damaged header claims.
 */
final class ByteSource {
    private static final int WINDOW = 8192;

    /** Null where the window is all there is; it belongs to somebody else then and is not written to. */
    private final InputStream stream;
    private final String name;
    private final byte[] window;
    private int position;
    private int limit;
    /** Bytes of the stream before the window. */
    private long passed;

    /** @param name names the source in messages */
    ByteSource(InputStream stream, String name) {
        this.stream = stream;
        this.name = name;
        this.window = new byte[WINDOW];
    }

    private ByteSource(byte[] value, int from, int to, String name) {
        this.stream = null;
        this.name = name;
        this.window = value;
        this.position = from;
        this.limit = to;
    }

    /** Whether this is a part of bytes that are in memory already. */
    boolean isPart() {
        return stream == null;
    }

    /** Whether at least that many bytes are left; at most {@value #WINDOW}. */
    boolean has(int count) throws IOException {
        if (limit - position >= count || stream == null) {
            return limit - position >= count;
        }
        System.arraycopy(window, position, window, 0, limit - position);
        limit -= position;
        passed += position;
        position = 0;
        limit += stream.readNBytes(window, limit, window.length - limit);
        return limit >= count;
    }

    /** The unsigned byte that far ahead, -1 past the end. */
    int peek(int ahead) throws IOException {
        return has(ahead + 1) ? window[position + ahead] & 0xff : -1;
    }

    /** The 16-bit number that far ahead; the bytes must be there. */
    int peekShort(int ahead, boolean bigEndian) {
        int first = window[position + ahead] & 0xff;
        int second = window[position + ahead + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /** The tag that far ahead; the bytes must be there. */
    int peekTag(int ahead, boolean bigEndian) {
        return peekShort(ahead, bigEndian) << 16 | peekShort(ahead + 2, bigEndian);
    }

    int unsignedShort(boolean bigEndian) throws IOException, UnusableInputException {
        demand(2);
        int value = peekShort(0, bigEndian);
        position += 2;
        return value;
    }

    long unsignedInt(boolean bigEndian) throws IOException, UnusableInputException {
        long first = unsignedShort(bigEndian);
        long second = unsignedShort(bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    int tag(boolean bigEndian) throws IOException, UnusableInputException {
        demand(4);
        int tag = peekTag(0, bigEndian);
        position += 4;
        return tag;
    }

    /** Passes over a few bytes of a header. */
    void skip(int count) throws IOException, UnusableInputException {
        demand(count);
        position += count;
    }

    /** The next bytes as a new array. */
    byte[] take(long count) throws IOException, UnusableInputException {
        int buffered = limit - position;
        if (count <= buffered) {
            byte[] value = Arrays.copyOfRange(window, position, position + (int) count);
            position += (int) count;
            return value;
        }
        if (stream == null || count > Integer.MAX_VALUE - 16) {
            throw cutOff(count);
        }
        int missing = (int) count - buffered;
        byte[] value = missing <= stream.available() ? takeAtOnce(buffered, missing) : takeAsItComes(buffered, missing);
        position = limit;
        passed += missing;
        return value;
    }

    /** The next bytes as a source of their own; inside of a value nothing is copied. */
    ByteSource part(long count) throws IOException, UnusableInputException {
        if (stream == null && count <= limit - position) {
            position += (int) count;
            return new ByteSource(window, position - (int) count, position, name);
        }
        byte[] value = take(count);
        return new ByteSource(value, 0, value.length, name);
    }

    /** The same part once more. */
    ByteSource copy() {
        return new ByteSource(window, position, limit, name);
    }

    /** The bytes that are left of a part. */
    byte[] remaining() {
        return Arrays.copyOfRange(window, position, limit);
    }

    /** Where the next byte stands in the stream that this source was made of. */
    long position() {
        return passed + position;
    }

    /** The rest of a file as a stream; this source must not be used afterwards. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(window, position, limit - position), stream);
    }

    /** @throws UnusableInputException if fewer than eight bytes are left that are not just zeros */
    void demandOnlyPadding() throws IOException, UnusableInputException {
        for (int i = 0; i < 8 && peek(i) >= 0; i++) {
            if (peek(i) != 0) {
                throw cutOff(8);
            }
        }
    }

    private UnusableInputException cutOff(long wanted) {
        return new UnusableInputException(name + " is cut off: " + wanted + " bytes were announced and fewer are left");
    }

    private byte[] takeAtOnce(int buffered, int missing) throws IOException, UnusableInputException {
        byte[] value = new byte[buffered + missing];
        System.arraycopy(window, position, value, 0, buffered);
        if (stream.readNBytes(value, buffered, missing) < missing) {
            throw cutOff(value.length);
        }
        return value;
    }

    private byte[] takeAsItComes(int buffered, int missing) throws IOException, UnusableInputException {
        byte[] tail = stream.readNBytes(missing);
        if (tail.length < missing) {
            throw cutOff((long) buffered + missing);
        }
        byte[] value = new byte[buffered + missing];
        System.arraycopy(window, position, value, 0, buffered);
        System.arraycopy(tail, 0, value, buffered, missing);
        return value;
    }

    private void demand(int count) throws IOException, UnusableInputException {
        if (!has(count)) {
            throw cutOff(count);
        }
    }
}
