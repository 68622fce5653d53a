package spine.io.dcm4che.internal;

import java.io.EOFException;
import java.io.IOException;
import org.dcm4che3.io.DicomInputStream;

/** The value of the element whose header dcm4che has read. Memory grows with the bytes that arrive, not with what is announced. */
final class ElementBytes {
    /** To ask a file how much of it is left takes longer than to read as much. */
    private static final int SMALL = 1 << 13;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private ElementBytes() {
    }

    /** @throws EOFException if fewer are left than announced */
    static byte[] read(DicomInputStream in) throws IOException {
        int length = (int) Math.min(in.unsignedLength(), LARGEST_ARRAY);
        if (length <= SMALL || length <= in.available()) {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < in.unsignedLength()) {
            throw new EOFException();
        }
        return bytes;
    }
}
