package spine.pipeline.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    @TempDir
    private Path temp;

    @Test
    void appearsOnlyWhenPublishedAndReplacesTheOldOneAsAWhole() throws IOException {
        Path target = temp.resolve("out").resolve("study");
        write(target, "old.txt");
        try (ResultFolder folder = new ResultFolder(target)) {
            Files.writeString(folder.staging().resolve("new.txt"), "x");
            assertEquals(List.of("old.txt"), names(target));
            folder.publish();
        }
        assertEquals(List.of("new.txt"), names(target));
        assertEquals(List.of("study"), names(target.getParent()));
    }

    @Test
    void leavesNothingBehindWhenNotPublished() throws IOException {
        Path target = temp.resolve("a").resolve("b").resolve("study");
        try (ResultFolder folder = new ResultFolder(target)) {
            Files.writeString(folder.staging().resolve("half.txt"), "x");
        }
        assertFalse(Files.exists(temp.resolve("a")));
    }

    @Test
    void leavesAnOlderResultAloneWhenNotPublished() throws IOException {
        Path target = temp.resolve("study");
        write(target, "old.txt");
        try (ResultFolder folder = new ResultFolder(target)) {
            Files.writeString(folder.staging().resolve("half.txt"), "x");
        }
        assertEquals(List.of("old.txt"), names(target));
        assertEquals(List.of("study"), names(temp));
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        Path file = Files.writeString(temp.resolve("study"), "x");
        assertThrows(NotDirectoryException.class, () -> new ResultFolder(file));
    }

    private static void write(Path target, String name) throws IOException {
        try (ResultFolder folder = new ResultFolder(target)) {
            Files.writeString(folder.staging().resolve(name), "x");
            folder.publish();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
