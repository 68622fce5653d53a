package spine.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files this process has open, where the operating system tells (Linux); elsewhere none. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {
    }

    /** Open files below the folder, sorted. */
    static List<Path> below(Path folder) {
        Path real = folder.toAbsolutePath().normalize();
        return all().stream().filter(file -> file.startsWith(real)).toList();
    }

    /** All open regular files, sorted. */
    static List<Path> all() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors.flatMap(OpenFiles::target).filter(Files::isRegularFile).sorted().distinct().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
