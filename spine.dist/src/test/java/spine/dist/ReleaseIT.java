package spine.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The zip as a user gets it, unpacked in a folder with blanks and accents, on a machine with a Java runtime and hardly anything else. */
@Timeout(value = 6, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ReleaseIT {
    private static final Path RELEASE = Path.of(System.getProperty("release"));
    private static final String VERSION = System.getProperty("release.version");

    @TempDir
    private static Path work;

    private static BareMachine machine;

    @BeforeAll
    static void unpack() throws Exception {
        machine = new BareMachine(work);
        Path folder = Files.createDirectory(work.resolve("Röntgen und más"));
        BareMachine.Outcome unzipped = BareMachine.end(new ProcessBuilder("unzip", "-q", RELEASE + ".zip", "-d", folder.toString()));
        assertEquals(0, unzipped.exitCode(), unzipped.said());
        machine.install(folder.resolve("spine-" + VERSION).resolve("spine"));
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        BareMachine.Outcome outcome = machine.spine("--version");
        assertEquals(0, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().startsWith("spine " + VERSION + System.lineSeparator()), outcome.said());
    }

    @Test
    void theDemoRuns() throws Exception {
        BareMachine.Outcome outcome = machine.spine("demo", "--out", "Größe");
        assertEquals(0, outcome.exitCode(), outcome.said());
        assertTrue(outcome.said().contains("total23"), outcome.said());
        assertTrue(Files.size(machine.folder().resolve("Größe").resolve("report").resolve("report.html")) > 0);
        assertTrue(Files.isDirectory(machine.home().resolve(".spine").resolve("conf")), "settings have a place");
    }

    @Test
    void wrongInputIsOneSentenceAndItsCode() throws Exception {
        BareMachine.Outcome outcome = machine.spine("score", "missing", "--out", "results");
        assertEquals(3, outcome.exitCode(), outcome.said());
        assertEquals(1, outcome.said().lines().count(), outcome.said());
        assertTrue(outcome.said().contains("missing"), outcome.said());
        assertTrue(Files.notExists(machine.folder().resolve("results")));
    }

    @Test
    void tenThatStartAtOnceAllAnswer() throws Exception {
        List<Process> ten = Stream.generate(() -> machine.start("--version")).limit(10).toList();
        for (Process process : ten) {
            BareMachine.Outcome outcome = BareMachine.outcome(process);
            assertEquals(0, outcome.exitCode(), outcome.said());
            assertTrue(outcome.said().startsWith("spine " + VERSION), outcome.said());
        }
    }

    @Test
    void theChecksumsAreThoseOfTheFiles() throws Exception {
        List<String> lines = Files.readAllLines(RELEASE.resolveSibling("SHA256SUMS"), StandardCharsets.UTF_8);
        assertEquals(3, lines.size(), "zip, Debian package, list of parts");
        for (String line : lines) {
            String[] parts = line.split(" \\*");
            assertEquals(parts[0], Contents.sha256(Files.readAllBytes(RELEASE.resolveSibling(parts[1]))), parts[1]);
        }
    }

    @Test
    void theListOfPartsIsThatOfTheJars() throws IOException {
        Contents contents = Contents.of(List.of(RELEASE.resolve("spine-" + VERSION + "/lib/spine.app.jar"),
                RELEASE.resolve("spine-" + VERSION + "/bundles/spine.onnx-" + VERSION + ".jar")));
        BillOfMaterials listed = BillOfMaterials.read(RELEASE.resolveSibling(RELEASE.getFileName() + ".cdx.json"));
        assertTrue(contents.jars().size() > 70, contents.jars().toString());
        assertTrue(contents.jars().values().stream().anyMatch(name -> name.matches("nd4j-native-.*-(linux|macosx|windows)-.*\\.jar")));

        Set<String> unlisted = new TreeSet<>();
        contents.jars().forEach((digest, name) -> {
            if (!listed.names().containsKey(digest)) {
                unlisted.add(name);
            }
        });
        // In the jar of bnd, which is listed.
        unlisted.removeIf(name -> name.startsWith("biz.aQute.launcher"));
        assertEquals(Set.of(), unlisted, "in the release, not in the list");

        Set<String> absent = new TreeSet<>();
        listed.names().forEach((digest, name) -> {
            if (!contents.jars().containsKey(digest)) {
                absent.add(name);
            }
        });
        // Of these there are classes, in the jars of others.
        assertEquals(Set.of("biz.aQute.bnd.embedded-repo", "graphics2d", "jai-imageio-core", "jai-imageio-jpeg2000", "kxml2", "xmlpull",
                "onnxruntime", "protobuf-javalite", "spine.common", "spine.launcher", "tomcat-servlet-api", "jakarta.servlet-api"), absent,
                "in the list, not whole in the release");
    }
}
