package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A file of the spool on its way to the disk.
 *
 * @param file where it is until it gets its name
 * @param forced done when the disk has its bytes
 */
record Part(Path file, Future<?> forced) {

    /** Returns when the disk has its bytes. */
    void await() throws IOException {
        try {
            forced.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it was written to the disk");
        }
    }
}
