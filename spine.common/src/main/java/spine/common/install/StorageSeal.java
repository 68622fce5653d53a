package spine.common.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * Says that a process that used a storage of the framework came up and ended in order, and what it left there: size and time of each
 * file of its bundles. Without it, or when a file differs, the storage is not used again. What bundles keep in it for themselves is not
 * told of: it does not outlive the process. Not thread-safe.
 *
 * @param folder the storage
 * @param file the seal, outside of it
 */
public record StorageSeal(Path folder, Path file) {
    /** System property: the file of the seal of the storage that this process uses; not set where nobody reads it again. */
    public static final String PROPERTY = "spine.storage.seal";
    /** System property: what {@link #set} is to write down as the build. */
    public static final String BUILD = "spine.storage.build";
    /** What the framework calls the folder of a bundle, before its number. */
    private static final String BUNDLE = "bundle";
    /** The folder of a bundle in which it keeps files of its own. */
    private static final String DATA = "data";

    /**
     * Reads what was left.
     *
     * @param build the seal of another build does not count
     * @return the names of the folders of bundles that are whole; empty if the storage cannot be used
     */
    public Optional<Set<String>> read(String build) throws IOException {
        List<String> lines;
        try {
            lines = new String(BoundedFile.regular(file, BoundedFile.LONGEST), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException noneOrNoText) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.get(0).equals(build)) {
            return Optional.empty();
        }
        Set<String> bundles = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            Path path = Path.of(line.substring(line.lastIndexOf('\t') + 1));
            if (!line(path).equals(Optional.of(line))) {
                return Optional.empty();
            }
            bundles.add(path.getName(0).toString());
        }
        return Optional.of(bundles);
    }

    /** Removes the seal, because the storage is about to be used. */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Writes down what is there.
     *
     * @param build one line
     * @param bundles numbers of the bundles that are installed; what is left of others is not told of
     */
    public void set(String build, Set<Long> bundles) throws IOException {
        List<String> lines = new ArrayList<>(List.of(build));
        for (long bundle : bundles.stream().sorted().toList()) {
            for (Path path : files(folder.resolve(BUNDLE + bundle))) {
                line(folder.relativize(path)).ifPresent(lines::add);
            }
        }
        AtomicFile.write(file, String.join("\n", lines) + "\n");
    }

    /** The folders of bundles that are there, whole or not. */
    public List<Path> bundles() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(BUNDLE + "\\d+")).sorted().toList();
        }
    }

    /** Where a bundle keeps files of its own. */
    public static Path data(Path bundle) {
        return bundle.resolve(DATA);
    }

    private static List<Path> files(Path bundle) throws IOException {
        if (!Files.isDirectory(bundle)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(bundle)) {
            return all.filter(path -> !path.startsWith(data(bundle)) && Files.isRegularFile(path)).sorted().toList();
        }
    }

    /** @return empty if there is no such file */
    private Optional<String> line(Path path) throws IOException {
        Path there = folder.resolve(path);
        try {
            return Optional.of(Files.size(there) + "\t" + Files.getLastModifiedTime(there).toMillis() + "\t" + path);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
