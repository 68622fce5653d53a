package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir
    Path root;

    @Test
    void appearsWhenItIsPublished() throws IOException {
        Path target = root.resolve("made/result");
        try (AtomicFolder folder = AtomicFolder.create(target)) {
            Files.writeString(folder.staging().resolve("a.txt"), "a");
            assertFalse(Files.exists(target));
            folder.publish();
        }
        assertEquals("a", Files.readString(target.resolve("a.txt")));
        assertEquals(List.of(target), list(target.getParent()));
    }

    @Test
    void replacesTheOlderFolderAsAWhole() throws IOException {
        Path target = Files.createDirectories(root.resolve("result"));
        Files.writeString(Files.createDirectory(target.resolve("sub")).resolve("old.txt"), "old");
        try (AtomicFolder folder = AtomicFolder.replace(target)) {
            Files.writeString(folder.staging().resolve("new.txt"), "new");
            assertTrue(Files.exists(target.resolve("sub/old.txt")));
            folder.publish();
        }
        assertEquals(List.of(target.resolve("new.txt")), list(target));
        assertEquals(List.of(target), list(root));
    }

    @Test
    void leavesNothingWithoutBeingPublished() throws IOException {
        try (AtomicFolder folder = AtomicFolder.replace(root.resolve("made/here/result"))) {
            Files.writeString(folder.staging().resolve("a.txt"), "a");
        }
        assertEquals(List.of(), list(root));
    }

    @Test
    void leavesAnOlderFolderAloneWithoutBeingPublished() throws IOException {
        Path target = Files.createDirectories(root.resolve("result"));
        Path old = Files.writeString(target.resolve("old.txt"), "old");
        try (AtomicFolder folder = AtomicFolder.replace(target)) {
            Files.writeString(folder.staging().resolve("half.txt"), "x");
        }
        assertEquals(List.of(old), list(target));
        assertEquals(List.of(target), list(root));
    }

    /** As when a cluster works on one study twice. */
    @Test
    void ofSeveralWritersEachSucceedsAndOneStays() throws Exception {
        Path target = root.resolve("result");
        int writers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = Integer.toString(writer);
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        try (AtomicFolder folder = AtomicFolder.replace(target)) {
                            Files.writeString(folder.staging().resolve("a.txt"), name);
                            Files.writeString(folder.staging().resolve("b.txt"), name);
                            folder.publish();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(Files.readString(target.resolve("a.txt")), Files.readString(target.resolve("b.txt")));
        assertEquals(2, list(target).size());
        assertEquals(List.of(target), list(root));
    }

    @Test
    void whatKilledWritersLeftIsRemoved() throws IOException {
        Path result = Files.createDirectory(root.resolve("result"));
        Path hidden = Files.createDirectory(root.resolve(".result.part-of-something"));
        AtomicFolder killed = AtomicFolder.replace(result);
        Files.writeString(killed.staging().resolve("half.txt"), "x");
        Files.writeString(root.resolve(".scores.csv.part"), "half a table, as AtomicFile leaves it");
        AtomicFolder.removeLeftovers(root);
        assertEquals(Set.of(result, hidden), Set.copyOf(list(root)));
    }

    @Test
    void refusesATargetThatIsThere() throws IOException {
        assertThrows(FileAlreadyExistsException.class, () -> AtomicFolder.create(root));
        Path file = Files.writeString(root.resolve("file"), "");
        assertThrows(NotDirectoryException.class, () -> AtomicFolder.replace(file));
        assertEquals(List.of(file), list(root));
    }

    @Test
    void aTreeIsDeletedWithoutFollowingLinks() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(root.resolve("kept")).resolve("file"), "");
        Path tree = Files.createDirectories(root.resolve("tree/sub")).getParent();
        Files.createSymbolicLink(tree.resolve("link"), kept.getParent());
        FileTree.delete(tree);
        assertEquals(List.of(kept.getParent()), list(root));
        assertTrue(Files.exists(kept));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
