package spine.pipeline.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import spine.common.digest.Sha256;
import spine.common.file.BoundedFile;

/**
 * What a result was made of, and the digest of each of its files.
 *
 * @param origin what decided the result
 * @param noSpine why nothing was scored where the images show no spine, a sentence; empty for a spine
 * @param files SHA-256 by path in the folder, with {@code /} between names; without the manifest itself
 */
public record Manifest(ResultOrigin origin, Optional<String> noSpine, Map<String, String> files) {
    /** Its name in a result folder. */
    public static final String FILE = "manifest.json";
    /** Left behind by programs that only show a folder. */
    private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    public Manifest {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * That of a result.
     *
     * @throws java.nio.file.NoSuchFileException if the folder has none
     * @throws IOException if it cannot be read
     */
    public static Manifest in(Path folder) throws IOException {
        return ManifestJson.read(BoundedFile.regular(folder.resolve(FILE), BoundedFile.LONGEST));
    }

    /** Of everything that lies in a folder. */
    static Manifest of(ResultOrigin origin, Optional<String> noSpine, Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : files(folder)) {
            files.put(name(folder, file), Sha256.of(file));
        }
        return new Manifest(origin, noSpine, files);
    }

    /** What was changed in a folder since this was written, as a sentence; empty if nothing was. */
    Optional<String> changeIn(Path folder) throws IOException {
        Map<String, String> missing = new TreeMap<>(files);
        for (Path file : files(folder)) {
            String name = name(folder, file);
            String written = missing.remove(name);
            if (written == null) {
                return Optional.of(name + " was added to it.");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !written.equals(Sha256.of(file))) {
                return Optional.of(name + " was changed since it was written.");
            }
        }
        return missing.keySet().stream().findFirst().map(name -> name + " was removed from it.");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.equals(folder.resolve(FILE)) && !LITTER.contains(path.getFileName().toString()))
                    .sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
