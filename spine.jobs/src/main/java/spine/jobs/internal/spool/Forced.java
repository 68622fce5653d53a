package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A file or folder on its way to the disk.
 *
 * @param path where it is for now
 * @param done when the disk has its bytes, or its names
 */
record Forced(Path path, Future<?> done) {

    /** Returns when it is there. */
    void await() throws IOException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it was written to the disk");
        }
    }
}
