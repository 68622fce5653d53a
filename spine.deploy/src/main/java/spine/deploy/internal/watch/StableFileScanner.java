package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** Tells which of the dropped files are there as a whole. */
public final class StableFileScanner {
    private final Path folder;
    private final Duration settle;
    private Map<Path, Seen> seen = Map.of();

    /** @param since the moment from which the file has looked like this, nanoseconds */
    private record Seen(long size, FileTime modified, long since) {

        boolean looksLike(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }

    /** @param settle how long a file that is no whole zip must have stayed the same to count as finished all the same */
    public StableFileScanner(Path folder, Duration settle) {
        this.folder = folder;
        this.settle = settle;
    }

    /**
     * Files named {@code *.jar} that looked the same when this was last asked.
     *
     * @param now nanoseconds since whenever
     */
    public List<Path> ready(long now) throws IOException {
        Map<Path, Seen> next = new HashMap<>();
        List<Path> ready = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "[!.]*.jar")) {
            for (Path file : files) {
                if (isReady(file, now, next)) {
                    ready.add(file);
                }
            }
        }
        seen = next;
        ready.sort(null);
        return ready;
    }

    private boolean isReady(Path file, long now, Map<Path, Seen> next) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException takenByAnother) {
            return false;
        }
        Seen before = seen.get(file);
        boolean same = before != null && before.looksLike(attributes);
        long since = same ? before.since() : now;
        next.put(file, new Seen(attributes.size(), attributes.lastModifiedTime(), since));
        return same && (isWhole(file, attributes) || now - since >= settle.toNanos());
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
