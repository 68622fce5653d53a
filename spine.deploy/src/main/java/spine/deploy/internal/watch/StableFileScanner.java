package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Tells which of the jars in a folder are there as a whole. Not thread-safe. */
final class StableFileScanner {
    private final Path folder;
    private final Supplier<Duration> settle;
    private final LinkOption[] links;
    private Map<Path, Seen> seen = Map.of();

    /**
     * @param since the moment from which the file has looked like this, nanoseconds
     * @param settled whether it is there as a whole
     */
    private record Seen(FileStamp stamp, long since, boolean settled) {
    }

    /**
     * What a folder has.
     *
     * @param present files named {@code *.jar} that are not hidden, by name
     * @param settled those of them that are there as a whole
     */
    record Scan(SortedMap<Path, FileStamp> present, Set<Path> settled) {
    }

    /**
     * @param settle how long a file that is not a complete zip must have stayed the same to count as finished all the same
     * @param links what to do with links; a link that is not followed counts as whole
     */
    StableFileScanner(Path folder, Supplier<Duration> settle, LinkOption... links) {
        this.folder = folder;
        this.settle = settle;
        this.links = links.clone();
    }

    /**
     * Looks into the folder. A file is settled if it looks the same as the last time.
     *
     * @param now nanoseconds since whenever
     * @throws IOException if the folder cannot be read
     */
    Scan scan(long now) throws IOException {
        Map<Path, Seen> next = new HashMap<>();
        try (var files = Files.newDirectoryStream(folder, "[!.]*.jar")) {
            for (Path file : files) {
                look(file, now, next);
            }
        }
        seen = next;
        TreeMap<Path, FileStamp> present = new TreeMap<>();
        next.forEach((file, state) -> present.put(file, state.stamp()));
        return new Scan(present, next.keySet().stream().filter(file -> next.get(file).settled()).collect(Collectors.toSet()));
    }

    private void look(Path file, long now, Map<Path, Seen> next) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
        } catch (FileSystemException gone) {
            return;     // taken by another, or a link that leads nowhere or in a circle: the other files do not wait for it
        }
        FileStamp stamp = FileStamp.of(attributes);
        Seen before = seen.get(file);
        if (before == null || !before.stamp().equals(stamp)) {
            next.put(file, new Seen(stamp, now, false));
        } else {
            boolean settled = before.settled() || isWhole(file, attributes) || now - before.since() >= settle.get().toNanos();
            next.put(file, new Seen(stamp, before.since(), settled));
        }
    }

    private static boolean isWhole(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return true;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (IOException | RuntimeException noneYet) {
            return false;
        }
    }
}
