package spine.deploy.internal.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.service.GateVerdict;

class VerdictStoreTest {
    private static final GateVerdict REJECTED = new GateVerdict(false, "acme.index 1.0.0", "", "It is \"not\" signed,\nby \u00fc.");

    @TempDir
    private Path folder;
    private VerdictStore verdicts;

    @BeforeEach
    void open() {
        verdicts = new VerdictStore(folder, 2);
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        verdicts.write("ab", REJECTED);
        VerdictStore.Stored first = new VerdictStore(folder, 2).read("ab").orElseThrow();
        assertEquals(REJECTED, first.verdict());
        Thread.sleep(2);
        verdicts.write("ab", REJECTED);
        assertNotEquals(first, verdicts.read("ab").orElseThrow(), "one verdict is told from the next");
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        for (String sha256 : new String[] {"cc", "aa", "bb"}) {
            verdicts.write(sha256, REJECTED);
            Files.setLastModifiedTime(folder.resolve(sha256 + ".json"), FileTime.fromMillis(1000L * sha256.charAt(0)));
        }
        verdicts.write("dd", REJECTED);
        try (var files = Files.list(folder)) {
            assertEquals("cc.json dd.json", String.join(" ", files.map(file -> file.getFileName().toString()).sorted().toList()));
        }
    }

    @Test
    void whatIsNoVerdictIsNone() throws Exception {
        assertEquals(Optional.empty(), verdicts.read("ab"));
        Files.writeString(folder.resolve("ab.json"), "{\"accepted\": tr");
        assertEquals(Optional.empty(), verdicts.read("ab"));
    }
}
