package spine.isolation.internal.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import spine.isolation.internal.codec.UnreadableValueException;

/** The bytes of one message as {@link PartedOutput} writes them; ends where the message does. */
final class PartedInput extends InputStream {
    private final DataInputStream in;
    private final byte[] part = new byte[PartedOutput.PART];
    private int filled;
    private int next;
    private boolean ended;

    PartedInput(DataInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - next);
        System.arraycopy(part, next, bytes, offset, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (next == filled && !ended) {
            int length = in.readInt();
            if (length < 0 || length > PartedOutput.PART) {
                throw new UnreadableValueException("bytes that are no part of a message");
            }
            in.readFully(part, 0, length);
            filled = length;
            next = 0;
            ended = length == 0;
        }
        return !ended;
    }
}
