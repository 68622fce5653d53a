package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadUpToTheLimit() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), new byte[] {1, 2});
        assertArrayEquals(new byte[] {1, 2}, BoundedFile.read(file));
        assertEquals(BoundedFile.LONGEST, BoundedFile.read(ofLength(BoundedFile.LONGEST)).length);
        FileTooLargeException reason = assertThrows(FileTooLargeException.class, () -> BoundedFile.read(ofLength(4L << 30)));
        assertEquals(folder.resolve("b.json") + " cannot be read or written: it has more than 16 MB, which no such file has.",
                FileFailure.sentence(reason));
    }

    /** Without a byte of it on the disk. */
    private Path ofLength(long bytes) throws IOException {
        Path path = folder.resolve("b.json");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }
}
