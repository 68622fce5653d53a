package spine.common.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Inflated data up to a limit, behind which there is a {@link ZipException}: a few deflated bytes can stand for gigabytes. */
public final class LimitedInput extends FilterInputStream {
    private long left;

    /** @param limit bytes */
    public LimitedInput(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) throws ZipException {
        left -= bytes;
        if (left < 0) {
            throw new ZipException("more inflated data than expected");
        }
    }
}
