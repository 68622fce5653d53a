package spine.common.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files from outside that are understood as a whole: reports, tables, settings. */
public final class BoundedFile {
    /**
     * Bytes: a thousand times the report of a study, a table of 100,000 studies. What is understood of them takes up to thirty times as
     * much memory.
     */
    public static final int LONGEST = 16 << 20;

    private BoundedFile() {
    }

    /** @throws FileTooLargeException if there are more than {@link #LONGEST} bytes; no more than these are read, whatever the file is */
    public static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new FileTooLargeException(file, LONGEST);
            }
            return bytes;
        }
    }
}
