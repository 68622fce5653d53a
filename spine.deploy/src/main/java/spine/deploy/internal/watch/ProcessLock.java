package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import spine.common.file.BoundedFile;

/** Lets one thread of one process at a time work on what several processes share. Nobody waits for it. */
public final class ProcessLock {
    private final Path file;
    private final ReentrantLock threads = new ReentrantLock();

    /** @param file is made; its folder must exist */
    public ProcessLock(Path file) {
        this.file = file;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** @return false if another has the lock, and nothing was done */
    public boolean tryRun(Work work) throws IOException {
        // A file lock holds between processes, not between the threads of one.
        if (!threads.tryLock()) {
            return false;
        }
        try {
            BoundedFile.requireRegular(file);
            return locked(work);
        } finally {
            threads.unlock();
        }
    }

    private boolean locked(Work work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                work.run();
            }
            return lock != null;
        }
    }
}
