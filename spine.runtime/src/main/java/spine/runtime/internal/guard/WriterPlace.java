package spine.runtime.internal.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import spine.common.digest.Sha256;
import spine.common.file.FileTree;
import spine.pipeline.result.Manifest;

/**
 * Where one writer writes: a folder of its own inside that of the result, from which its files move when it has ended. So it neither sees
 * nor replaces the files of the others. For one thread.
 */
final class WriterPlace implements AutoCloseable {
    private final Path result;
    private final Path own;
    /** Digests of what the other writers have written; empty for a writer that is trusted with it. */
    private final Optional<Map<String, String>> others;

    /**
     * @param result the folder of the result
     * @param foreign whether it is checked that the writer left the files of the others alone
     */
    WriterPlace(Path result, boolean foreign) throws IOException {
        this.result = result;
        this.own = Files.createTempDirectory(result, ".writing-");
        this.others = foreign ? Optional.of(ofOthers()) : Optional.empty();
    }

    Path folder() {
        return own;
    }

    /** What the writer did that it must not do, as the rest of a sentence about it; empty if nothing. @param files that it names */
    Optional<String> offence(List<Path> files) throws IOException {
        Set<Path> named = new LinkedHashSet<>();
        for (Path file : files) {
            Path name = own.toRealPath().relativize(file.toRealPath());
            named.add(name);
            if (Files.exists(result.resolve(name), LinkOption.NOFOLLOW_LINKS) || name.equals(Path.of(Manifest.FILE))) {
                return Optional.of("wrote " + name + ", which is the name of another file of the result");
            }
        }
        for (Path file : files(own)) {
            if (!named.contains(own.relativize(file))) {
                return Optional.of("wrote " + own.relativize(file) + ", which it does not name");
            }
        }
        return others.isPresent() && !others.get().equals(ofOthers()) ? Optional.of("changed files of other writers") : Optional.empty();
    }

    /** Moves the files to those of the others. @return where they lie now */
    List<Path> handIn(List<Path> files) throws IOException {
        Map<Path, Path> moved = new LinkedHashMap<>();
        for (Path file : files) {
            Path source = file.toRealPath();
            if (!moved.containsKey(source)) {
                Path target = result.resolve(own.toRealPath().relativize(source));
                Files.createDirectories(target.getParent());
                moved.put(source, Files.move(source, target));
            }
        }
        return List.copyOf(moved.values());
    }

    @Override
    public void close() throws IOException {
        FileTree.delete(own);
    }

    private Map<String, String> ofOthers() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(result)) {
            if (!file.startsWith(own)) {
                digests.put(file.toString(), Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Sha256.of(file) : "");
            }
        }
        return digests;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
        }
    }
}
