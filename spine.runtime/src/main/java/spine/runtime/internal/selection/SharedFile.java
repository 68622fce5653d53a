package spine.runtime.internal.selection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A small file that several processes change: one at a time, and as a whole. */
final class SharedFile {
    private final Path file;

    SharedFile(Path file) {
        this.file = file;
    }

    /** What reads the file and replaces it. */
    interface Change {
        void run() throws IOException;
    }

    /** Runs while nobody else changes the file. */
    void locked(Change change) throws IOException {
        // A file lock holds between processes, not between the threads of one.
        synchronized (SharedFile.class) {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(beside("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                try {
                    change.run();
                } finally {
                    lock.release();
                }
            }
        }
    }

    /** A process killed in the middle leaves the old content. */
    void replace(byte[] content) throws IOException {
        Path part = beside("part");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path beside(String kind) {
        return file.resolveSibling("." + file.getFileName() + "." + kind);
    }
}
