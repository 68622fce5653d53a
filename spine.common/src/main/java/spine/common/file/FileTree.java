package spine.common.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with everything in it. */
public final class FileTree {

    private FileTree() {
    }

    /** Deletes the folder and everything in it; links are deleted, not followed. A file instead of a folder is deleted too. */
    public static void delete(Path root) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** The deepest folder that all files lie below, or the only file; empty if there are no files, or no such folder. */
    public static Optional<Path> common(Collection<Path> files) {
        Path common = null;
        for (Path file : files) {
            Path absolute = file.toAbsolutePath().normalize();
            common = common == null ? files.size() == 1 ? absolute : absolute.getParent() : common;
            while (common != null && !absolute.startsWith(common)) {
                common = common.getParent();
            }
            if (common == null) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(common);
    }
}
