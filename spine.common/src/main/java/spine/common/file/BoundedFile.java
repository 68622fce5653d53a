package spine.common.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files from outside that are understood as a whole: reports, tables, settings. What is too long is not read to its end. */
public final class BoundedFile {
    /**
     * Bytes: a thousand times the report of a study, a table of 100,000 studies. What is understood of them takes up to thirty times as
     * much memory.
     */
    public static final int LONGEST = 16 << 20;

    private BoundedFile() {
    }

    /**
     * Reads what a person named, which may be a pipe.
     *
     * @throws FileTooLargeException if there are more than {@link #LONGEST} bytes; no more than these are read, whatever the file is
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, LONGEST);
    }

    /**
     * Reads what nobody named, but a folder has.
     *
     * @param longest bytes, fewer than 2^31 - 1
     * @throws FileTooLargeException if there are more
     * @throws FileSystemException if it is something else than a file, see {@link #requireRegular}
     */
    public static byte[] regular(Path file, int longest) throws IOException {
        requireRegular(file);
        if (Files.size(file) > longest) {
            throw new FileTooLargeException(file, longest);
        }
        return read(file, longest);
    }

    /**
     * To be asked before a file is opened that nobody named: opening a pipe waits for whoever opens its other end, perhaps for ever.
     *
     * @throws FileSystemException if there is something that is no file, such as a pipe, a device or a folder; links are followed
     */
    public static void requireRegular(Path file) throws FileSystemException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
    }

    private static byte[] read(Path file, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new FileTooLargeException(file, longest);
            }
            return bytes;
        }
    }
}
