package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheContentAndLeavesNothingElse() throws IOException {
        Path target = folder.resolve("a.txt");
        AtomicFile.write(target, "first, and longer");
        AtomicFile.write(target, "é");
        assertEquals("é", Files.readString(target));
        AtomicFile.write(target, new byte[] {'b'});
        assertEquals("b", Files.readString(target));
        AtomicFile.write(target, out -> out.write('c'));
        assertEquals("c", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void theTargetIsSeenWholeWhileItIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.write(target, out -> {
            out.write("half".getBytes());
            out.flush();
            assertEquals("old", Files.readString(target));
        });
        assertEquals("half", Files.readString(target));
    }

    @Test
    void aFailureLeavesTheTargetAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        assertThrows(IOException.class, () -> AtomicFile.write(target, out -> {
            out.write('x');
            throw new IOException("disk full");
        }));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void whatAKilledProcessLeftIsGoneBeforeTheContentIsWritten() throws IOException {
        Path target = folder.resolve("a.txt");
        Files.writeString(folder.resolve(".a.txt.part"), "left over");
        AtomicFile.replace(target, part -> {
            assertFalse(Files.exists(part));
            Files.writeString(part, "new");
        });
        assertEquals("new", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
