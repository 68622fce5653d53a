package spine.app.internal.launcher;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.ErrorManager;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/**
 * Writes to a file until that is full; what it held is then kept as {@code NAME.old.log} in place of what was there. A log that cannot be
 * written, as on a full disk, stops nobody.
 */
final class RotatingLog extends StreamHandler {
    private final Path file;
    private final long mostBytes;

    RotatingLog(Path file, long mostBytes) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        setErrorManager(new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception e, int code) {
                // There is nowhere else to say it: the standard streams lead here.
            }
        });
        setEncoding("UTF-8");
        setOutputStream(open());
    }

    @Override
    public synchronized void publish(LogRecord log) {
        super.publish(log);
        flush();
        try {
            if (Files.size(file) >= mostBytes) {
                rotate();
            }
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    /** Closes the stream before, as {@link #setOutputStream} does. */
    private void rotate() throws IOException {
        Files.move(file, old(file), StandardCopyOption.REPLACE_EXISTING);
        setOutputStream(open());
    }

    static Path old(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.log$", ".old.log"));
    }

    private OutputStream open() throws IOException {
        // Not of Files: such a stream closes for good when a thread that is interrupted writes to it.
        return new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
    }
}
