package spine.deploy.internal.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarantine is bounded by number, size and age, and a jar goes with its reason. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private void refused(String name, int bytes, int daysAgo) throws IOException {
        Files.write(folder.resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(NOW.minus(Duration.ofDays(900))));
        Path reason = Files.writeString(folder.resolve(name + Quarantine.REASON), "x");
        Files.setLastModifiedTime(reason, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private List<String> left(int most, long bytes) throws IOException {
        new Retention(most, bytes, Duration.ofDays(90)).apply(folder, NOW);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNewestStay() throws Exception {
        refused("a.jar", 10, 3);
        refused("b.jar", 10, 2);
        refused("c.jar", 500, 1);
        refused("old.jar", 1, 91);
        Files.createDirectory(folder.resolve("folder"));
        assertEquals(List.of("a.jar", "a.jar.reason.txt", "b.jar", "b.jar.reason.txt", "c.jar", "c.jar.reason.txt", "folder"),
                left(9, 999));
        assertEquals(List.of("b.jar", "b.jar.reason.txt", "c.jar", "c.jar.reason.txt", "folder"), left(2, 999));
        assertEquals(List.of("c.jar", "c.jar.reason.txt", "folder"), left(2, 400), "the newest, however large");
    }
}
