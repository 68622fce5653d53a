package spine.common.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Data up to a limit, behind which reading fails: a few deflated bytes can stand for gigabytes, and a server can send without end. */
public final class LimitedInput extends FilterInputStream {
    private final Supplier<? extends IOException> beyond;
    private long left;

    /**
     * @param limit bytes
     * @param beyond makes the exception that says so in the words of whoever reads
     */
    public LimitedInput(InputStream in, long limit, Supplier<? extends IOException> beyond) {
        super(in);
        this.left = limit;
        this.beyond = beyond;
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

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw beyond.get();
        }
    }
}
