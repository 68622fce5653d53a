package spine.io.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is opened when its first byte is asked for, so that of many in a row one is open at a time. */
final class FileWhenRead extends InputStream {
    private final Path file;
    private InputStream in;

    FileWhenRead(Path file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return opened().read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }

    private InputStream opened() throws IOException {
        if (in == null) {
            in = Files.newInputStream(file);
        }
        return in;
    }
}
