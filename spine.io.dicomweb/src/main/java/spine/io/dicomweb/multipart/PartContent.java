package spine.io.dicomweb.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The content of a part, up to the delimiter behind it. */
final class PartContent extends InputStream {
    private final DelimitedInput in;
    private final long most;
    private long count;

    PartContent(DelimitedInput in, long most) {
        this.in = in;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int read = length == 0 ? 0 : in.readContent(target, offset, length);
        count += Math.max(0, read);
        if (count > most) {
            throw new MultipartException("A part of the message has more than " + most + " bytes.", true);
        }
        return read;
    }

    void skipRest() throws IOException {
        byte[] skipped = new byte[8192];
        while (read(skipped, 0, skipped.length) >= 0) {
            // Only to come to the delimiter.
        }
    }
}
