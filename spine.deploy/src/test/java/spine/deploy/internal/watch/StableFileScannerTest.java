package spine.deploy.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.deploy.internal.TestBundle;

class StableFileScannerTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private StableFileScanner intake;
    private byte[] whole;

    @BeforeEach
    void bundle() throws IOException {
        intake = new StableFileScanner(folder, Duration.ofSeconds(10));
        Path jar = new TestBundle("acme.index", "1.0.0").write(folder.resolve("whole"));
        whole = Files.readAllBytes(jar);
    }

    @Test
    void aWholeFileIsReadyWhenItLooksTheSameTwice() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), whole);
        assertEquals(List.of(), intake.ready(0));
        assertEquals(List.of(jar), intake.ready(1));
    }

    @Test
    void aFileThatStillGrowsIsNot() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, 100));
        intake.ready(0);
        Files.write(jar, whole);
        assertEquals(List.of(), intake.ready(1));
        assertEquals(List.of(jar), intake.ready(2));
    }

    @Test
    void halfAFileIsGivenTime() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), Arrays.copyOf(whole, 100));
        assertEquals(List.of(), intake.ready(0));
        assertEquals(List.of(), intake.ready(9 * SECOND));
        assertEquals(List.of(jar), intake.ready(10 * SECOND));
    }

    @Test
    void onlyJarsCount() throws IOException {
        for (String name : List.of("a.jar.part", "b.zip", ".c.jar", "d")) {
            Files.write(folder.resolve(name), whole);
        }
        intake.ready(0);
        assertEquals(List.of(), intake.ready(1));
    }
}
