package spine.deploy.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.deploy.internal.TestBundle;

class StableFileScannerTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StableFileScanner scanner;
    private byte[] whole;

    @BeforeEach
    void bundle() throws IOException {
        scanner = new StableFileScanner(folder, () -> Duration.ofSeconds(10));
        Path jar = new TestBundle("acme.index", "1.0.0").write(folder.resolve("whole"));
        whole = Files.readAllBytes(jar);
    }

    @Test
    void aWholeFileIsReadyWhenItLooksTheSameTwice() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), whole);
        assertEquals(List.of(), ready(0));
        assertEquals(List.of(jar), ready(1));
    }

    @Test
    void aFileThatStillGrowsIsNot() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, 100));
        ready(0);
        Files.write(jar, whole);
        assertEquals(List.of(), ready(1));
        assertEquals(List.of(jar), ready(2));
    }

    @Test
    void halfAFileIsGivenTime() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, 100));
        assertEquals(List.of(), ready(0));
        assertEquals(List.of(), ready(9 * SECOND));
        assertEquals(List.of(jar), ready(10 * SECOND));
    }

    @Test
    void linksThatLeadNowhereHoldUpNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("circle.jar"), Path.of("circle.jar"));
        Files.createSymbolicLink(folder.resolve("nowhere.jar"), Path.of("nowhere"));
        Path jar = Files.write(folder.resolve("a.jar"), whole);
        ready(0);
        assertEquals(List.of(jar), ready(1));
    }

    @Test
    void onlyJarsCount() throws IOException {
        for (String name : List.of("a.jar.part", "b.zip", ".c.jar", "d")) {
            Files.write(folder.resolve(name), whole);
        }
        ready(0);
        assertEquals(List.of(), ready(1));
    }

    @Test
    void whatIsWholeStaysSoUntilItChanges() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), whole);
        ready(0);
        ready(1);
        assertEquals(List.of(jar), ready(2));
        Path other = Files.write(folder.resolve("other"), whole);
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(jar));
        Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of(), ready(3), "another file of the same name, size and time");
        assertEquals(List.of(jar), ready(4));
    }

    @Test
    void whatIsPresentIsToldBeforeItIsWhole() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, 100));
        assertEquals(Set.of(jar), scanner.scan(0).present().keySet());
        Files.delete(jar);
        assertEquals(Set.of(), scanner.scan(1).present().keySet());
    }

    @Test
    void aLinkIsFollowedOnlyWhereItShould() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a.jar"), Files.write(folder.resolve("b"), Arrays.copyOf(whole, 100)));
        StableFileScanner strict = new StableFileScanner(folder, () -> Duration.ofSeconds(10), LinkOption.NOFOLLOW_LINKS);
        strict.scan(0);
        assertEquals(Set.of(link), strict.scan(1).settled());
        ready(0);
        assertEquals(List.of(), ready(1));
    }

    private List<Path> ready(long now) throws IOException {
        return scanner.scan(now).settled().stream().sorted().toList();
    }
}
