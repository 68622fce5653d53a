package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Test;

/** The features are installed and used in a real Karaf as docs/containers.md says. */
public class KarafIT {
    private static final Path ARCHIVE = Path.of(System.getProperty("it.karaf"));
    private static final Path REPOSITORY = Path.of(System.getProperty("it.karaf.repository"));
    private static final String VERSION = System.getProperty("it.version");

    @Test
    public void theFeaturesScoreAStudy() throws Exception {
        assumeTrue("NOT TESTED in Karaf: no " + ARCHIVE, Files.exists(ARCHIVE));
        Path work = emptyFolder(Path.of(System.getProperty("it.work"), "karaf"));
        Path home = unpack(work);
        copy(REPOSITORY, home.resolve("system"));
        int port = freePort();
        Files.writeString(Files.createDirectories(home.resolve(".spine").resolve("conf")).resolve("spine.web.cfg"), "port = " + port
                + "\n");
        try (Karaf karaf = new Karaf(home)) {
            karaf.await();
            karaf.run("feature:repo-add mvn:spine/spine.karaf/" + VERSION + "/xml/features");
            karaf.run("feature:install spine-serve");
            String models = karaf.run("spine:models | cat");
            assertTrue(models, models.contains("spine.model.vbivd " + VERSION) && models.contains("spine.model.bmo " + VERSION));
            assertEquals("{\"status\":\"OK\"}", get(port, "/health/live"));
            assertTrue(get(port, "/api/v1/jobs"), get(port, "/api/v1/jobs").contains("\"status\":401"));
            karaf.run("spine:phantom " + work.resolve("study") + " 7");
            karaf.run("spine:score " + work.resolve("study") + " " + work.resolve("results"));
            assertScored(work.resolve("results"));
            Path rebuilt = RebuiltBundle.of("spine.model.bmo", "99.0.0", work);
            Path dropped = Files.move(rebuilt, home.resolve(".spine").resolve("deploy").resolve("dropped.jar"));
            await(karaf, "spine.model.bmo 99.0.0  serving");
            Files.delete(dropped);
            await(karaf, "spine.model.bmo " + VERSION + "  serving");
            karaf.stop();
        }
        assertFalse("a log of spine's own in a container that has one", Files.exists(home.resolve(".spine").resolve("log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void await(Karaf karaf, String expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        String models = karaf.run("spine:models | cat");
        while (!models.contains(expected)) {
            assertTrue("no " + expected + " in " + models, System.nanoTime() < deadline);
            models = karaf.run("spine:models | cat");
        }
    }

    private static void assertScored(Path results) throws IOException {
        List<Path> studies;
        try (Stream<Path> folders = Files.list(results)) {
            studies = folders.filter(Files::isDirectory).toList();
        }
        assertEquals(1, studies.size());
        JsonNode report = new ObjectMapper().readTree(studies.get(0).resolve("report.json").toFile());
        assertEquals("spine-report/1", report.path("schema").asText());
        assertEquals(2, report.path("models").size());
        report.path("models").forEach(model -> assertEquals(VERSION, model.path("version").asText()));
        JsonNode units = report.path("sparcc").path("units");
        assertEquals(23, units.size());
        int present = 0;
        for (JsonNode unit : units) {
            present += unit.path("present").asBoolean() ? 1 : 0;
        }
        assertTrue("only " + present + " units of a whole spine were found", present >= 20);
    }

    /** Always the same one: a container takes 400 MB. */
    private static Path emptyFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** @return the only folder in the archive */
    private static Path unpack(Path work) throws Exception {
        assertEquals(0, new ProcessBuilder("tar", "-xzf", ARCHIVE.toString(), "-C", work.toString()).inheritIO().start().waitFor());
        try (Stream<Path> folders = Files.list(work)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
