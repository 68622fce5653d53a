package spine.stress.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import spine.common.file.AtomicFile;

/** Drops jars the way it is recommended: under another name, then renamed. */
final class DeployFolder {
    private static final String OURS = "stress-";

    private final Path folder;

    /** @param folder of which the jars of an earlier run are removed */
    DeployFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file -> file.getFileName().toString().startsWith(OURS)).toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }

    Path file(String name) {
        return folder.resolve(OURS + name + ".jar");
    }

    void drop(Path file, byte[] jar) throws IOException {
        AtomicFile.write(file, jar);
    }
}
