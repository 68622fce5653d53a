package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class FileTreeTest {

    @Test
    void theCommonFolderIsTheDeepestOfAll() {
        assertEquals(common("/d/s"), FileTree.common(files("/d/s/a/1", "/d/s/ab/2")));
        assertEquals(common("/d/s/a"), FileTree.common(files("/d/s/a/1", "/d/s/a/x/../2")));
        assertEquals(common("/d/s/1"), FileTree.common(files("/d/s/1")));
        assertEquals(common("/"), FileTree.common(files("/d/1", "/e/2")));
        assertEquals(Optional.empty(), FileTree.common(List.of()));
    }

    private static Optional<Path> common(String folder) {
        return Optional.of(Path.of(folder).toAbsolutePath());
    }

    private static List<Path> files(String... paths) {
        return List.of(paths).stream().map(Path::of).toList();
    }
}
