package spine.common.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A small file that several processes change: one at a time, and as a whole. The lock is the file {@code .NAME.lock} beside
 * it, which stays. Thread-safe; what runs under the lock must not lock the same file again.
 */
public final class LockedFile {
    private final Path file;

    /** @param file need not exist, nor its folder */
    public LockedFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Reads the file and replaces it. */
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    /** Waits for the lock and runs the change while nobody else changes the file. */
    public void locked(Change change) throws IOException {
        // A file lock holds between processes, not between the threads of one. Every bundle has a copy of this class, so that
        // its monitor would not hold between bundles; an interned string is the same object in all of them.
        synchronized (("spine.common.file.LockedFile " + file).intern()) {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
            BoundedFile.requireRegular(lock);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();   // until the channel is closed
                change.run();
            }
        }
    }

    /** Replaces the content and waits until it is on the disk. A process killed in the middle leaves the old content. */
    public void replace(byte[] content) throws IOException {
        AtomicFile.replace(file, part -> {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        });
    }
}
