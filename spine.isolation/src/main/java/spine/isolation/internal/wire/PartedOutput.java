package spine.isolation.internal.wire;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of one message, in parts that each say their length; the last has none. */
final class PartedOutput extends OutputStream {
    /** Most bytes in one part. */
    static final int PART = 64 * 1024;

    private final DataOutputStream out;
    private final byte[] part = new byte[PART];
    private int filled;

    PartedOutput(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == PART) {
            send();
        }
        part[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == PART) {
                send();
            }
            int count = Math.min(left, PART - filled);
            System.arraycopy(bytes, from, part, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    /** Ends the message; the stream below stays open. */
    void finish() throws IOException {
        if (filled > 0) {
            send();
        }
        out.writeInt(0);
        out.flush();
    }

    private void send() throws IOException {
        out.writeInt(filled);
        out.write(part, 0, filled);
        filled = 0;
    }
}
