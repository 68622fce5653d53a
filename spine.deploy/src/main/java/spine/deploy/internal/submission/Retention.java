package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of what was refused is kept, so that whoever may hand in files cannot fill the disk. The newest stays however large it is.
 *
 * @param most number of jars
 * @param bytes of all of them
 * @param age since they were refused
 */
record Retention(int most, long bytes, Duration age) {

    /** A jar, with what lies beside it under its name. */
    private record Kept(List<Path> files, long bytes, Instant since) {
    }

    /** @param now against which the age is counted */
    void apply(Path folder, Instant now) throws IOException {
        List<Kept> all = kept(folder);
        all.sort(Comparator.comparing(Kept::since).reversed());
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            Kept jar = all.get(i);
            sum += jar.bytes();
            if (i > 0 && (i >= most || sum > bytes) || jar.since().isBefore(now.minus(age))) {
                for (Path file : jar.files()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Kept> kept(Path folder) throws IOException {
        Map<String, Kept> kept = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    continue;
                }
                String name = file.getFileName().toString();
                String jar = name.endsWith(Quarantine.REASON) ? name.substring(0, name.length() - Quarantine.REASON.length()) : name;
                // A moved jar keeps the time at which it was made; the reason has that of the refusal.
                Kept one = new Kept(List.of(file), attributes.size(), attributes.lastModifiedTime().toInstant());
                kept.merge(jar, one, Retention::together);
            }
        }
        return new ArrayList<>(kept.values());
    }

    private static Kept together(Kept one, Kept other) {
        List<Path> files = new ArrayList<>(one.files());
        files.addAll(other.files());
        return new Kept(files, one.bytes() + other.bytes(), one.since().isAfter(other.since()) ? one.since() : other.since());
    }
}
