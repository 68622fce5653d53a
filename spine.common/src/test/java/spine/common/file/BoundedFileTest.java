package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    @Timeout(20)
    void whatNobodyNamedIsReadOnlyIfItIsAFile() throws Exception {
        Path file = Files.write(folder.resolve("a.cfg"), new byte[] {1, 2});
        assertEquals(2, BoundedFile.regular(file, 2).length);
        assertEquals(2, BoundedFile.regular(Files.createSymbolicLink(folder.resolve("link"), file), 2).length);
        assertTrue(FileFailure.reason(assertThrows(FileTooLargeException.class, () -> BoundedFile.regular(file, 1))).contains("1 bytes"));
        assertThrows(FileTooLargeException.class, () -> BoundedFile.regular(ofLength(4L << 30), 1 << 30));
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path zeros = Files.createSymbolicLink(folder.resolve("zeros"), Path.of("/dev/zero"));
        for (Path other : List.of(pipe, zeros, folder, Path.of("/dev/null"))) {
            assertEquals(other + " cannot be read or written: it is no regular file.",
                    FileFailure.sentence(assertThrows(FileSystemException.class, () -> BoundedFile.regular(other, 2))));
        }
        assertThrows(NoSuchFileException.class, () -> BoundedFile.regular(folder.resolve("none"), 2));
        BoundedFile.requireRegular(folder.resolve("none"));
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
