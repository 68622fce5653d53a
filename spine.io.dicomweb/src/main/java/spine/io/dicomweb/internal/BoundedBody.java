package spine.io.dicomweb.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import spine.io.dicomweb.DicomWebException;

/** A body of which no more is read than was said before. */
final class BoundedBody extends FilterInputStream {
    private final String host;
    private final long most;
    private long count;

    BoundedBody(InputStream body, long most, String host) {
        super(body);
        this.most = most;
        this.host = host;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws DicomWebException {
        count += bytes;
        if (count > most) {
            throw new DicomWebException("The server " + host + " sent more than " + most + " bytes.", false);
        }
    }
}
