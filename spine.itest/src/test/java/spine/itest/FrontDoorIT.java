package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** A study on its way from an archive to a serving platform and back, among programs of others, in a network of its own. */
public class FrontDoorIT {
    private static final List<Path> NEEDED = List.of(Path.of("/usr/sbin/Orthanc"),
            Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so"), Path.of("/usr/bin/storescu"), Path.of("/usr/bin/curl"),
            Path.of("/usr/bin/unshare"), Path.of("/usr/bin/dciodvfy"), Path.of("/usr/bin/dsrdump"), Path.of("/usr/bin/python3"),
            Path.of("/usr/share/java/pixelmed.jar"));
    private static final long PATIENCE_MINUTES = 10;
    private static final int REFERENCED_SERIES = 0x00081115;
    private static final int REFERENCED_SOP_INSTANCE = 0x00081155;
    private static final int REFERENCED_SOP = 0x00081199;
    private static final int PREDECESSOR_DOCUMENTS = 0x0040A360;
    /** SR, SEG, secondary capture and presentation state. */
    private static final List<String> OBJECTS = List.of("SR", "SEG", "OT", "PR");
    private static final List<String> PIXELMED = List.of("pixelmed.jar", "slf4j-api.jar", "slf4j-jdk14.jar", "javax.json-api.jar");
    private static final String PIXELMED_MAIN = "spine.io.dicom.internal.result.PixelMedMain";

    private Path work;

    @Before
    public void lookForTools() throws Exception {
        NEEDED.forEach(tool -> Assume.assumeTrue(tool + " is not installed, the way through an archive is skipped", Files.exists(tool)));
        Assume.assumeTrue("no network namespace can be made, the way through an archive is skipped",
                new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0);
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "door");
    }

    @Test
    public void aStudyComesFromTheArchiveAndItsResultsGoBack() throws Exception {
        Product product = new Product(work.resolve("home"));
        Path studies = work.resolve("studies");
        Product.Outcome made = product.run("--quiet", "phantom", "--out", studies.toString(), "--n", "1", "--seed", "5");
        assertEquals(made.said(), 0, made.exitCode());
        Files.writeString(work.resolve("word"), "a word for the test of the door\n");
        Product.Outcome user = product.run("users", "add", "reader", "operator", "--password-file", work.resolve("word").toString());
        assertEquals(user.said(), 0, user.exitCode());
        writeSettings(Files.createDirectories(product.home().resolve("conf")));

        Path script = work.resolve("trip.sh");
        try (InputStream trip = FrontDoorIT.class.getResourceAsStream("front-door.sh")) {
            Files.write(script, trip.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder("unshare", "-n", "bash", script.toString(), work.toString())
                .redirectErrorStream(true).redirectOutput(work.resolve("said").toFile());
        builder.environment().put("SERVE", String.join(" ", product.command("serve", "--no-attach")));
        Process trip = builder.start();
        try {
            assertTrue("it does not end: " + said(), trip.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        } finally {
            trip.descendants().forEach(ProcessHandle::destroyForcibly);
            trip.destroyForcibly();
        }
        assertEquals(said(), 0, trip.exitValue());
        for (String place : List.of("archive-1", "spine-1", "archive-2", "spine-2")) {
            List<String> seen = Files.readAllLines(work.resolve(place));
            assertTrue(place + ": " + seen + "\n" + said(), seen.containsAll(OBJECTS) && seen.contains("MR"));
        }
        assertRevisions();
        assertValid();
    }

    /** A late image makes one revision, whose report names the one before; what comes back or by another door makes none. */
    private void assertRevisions() throws Exception {
        assertEquals(said(), List.of("1 done False"), Files.readAllLines(work.resolve("jobs-1")));
        assertEquals(said(), List.of("2 done False", "1 done True"), Files.readAllLines(work.resolve("jobs-2")));
        assertEquals(said(), List.of("2 done False", "1 done True"), Files.readAllLines(work.resolve("jobs-3")));
        String first = Files.readString(work.resolve("report-1")).strip();
        List<String> both = Files.readAllLines(work.resolve("report-2"));
        assertEquals(both.toString(), 2, both.size());
        int named = 0;
        for (Path object : objects()) {
            DicomObject header = new NativeDicomCodec().read(object, false);
            for (DicomObject study : header.items(PREDECESSOR_DOCUMENTS)) {
                DicomObject series = study.items(REFERENCED_SERIES).get(0);
                assertEquals(first, series.items(REFERENCED_SOP).get(0).text(REFERENCED_SOP_INSTANCE));
                assertTrue(both.contains(header.text(Tag.SOPInstanceUID)));
                named++;
            }
        }
        assertEquals("reports that name another", 1, named);
    }

    private List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("objects"))) {
            return files.sorted().toList();
        }
    }

    /** What came back by messages and by the web passes the checks of three programs that know the standard. */
    private void assertValid() throws Exception {
        List<Path> objects = objects();
        Map<String, List<Path>> kinds = new TreeMap<>();
        for (Path object : objects) {
            String verdict = verdict("dciodvfy", object.toString());
            assertTrue(object + ": " + verdict, verdict.lines().noneMatch(line -> line.startsWith("Error")));
            kinds.computeIfAbsent(new NativeDicomCodec().read(object, false).text(Tag.Modality), any -> new ArrayList<>()).add(object);
        }
        assertEquals(Set.copyOf(OBJECTS), kinds.keySet());
        assertEquals("two revisions, and the study of the web", 3, kinds.get("SR").size());
        for (Path report : kinds.get("SR")) {
            String verdict = verdict("dsrdump", report.toString());
            assertTrue(report + ": " + verdict, verdict.lines().noneMatch(line -> line.matches("[EF]: .*")));
        }
        String verdict = pixelmed(objects);
        assertEquals(verdict, kinds.get("SR").size() + kinds.get("SEG").size(), count(verdict, "IOD validation complete"));
        assertEquals("it knows no others\n" + verdict, kinds.get("OT").size() + kinds.get("PR").size(),
                count(verdict, "IOD \\(SOP Class\\) unrecognized"));
        assertEquals(verdict, 0, count(verdict, "(Error|Warning).*"));
    }

    private static String pixelmed(List<Path> objects) throws Exception {
        List<String> path = new ArrayList<>(List.of(System.getProperty("it.judge")));
        PIXELMED.forEach(jar -> path.add("/usr/share/java/" + jar));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.xml.xpathTotalOpLimit=0", "-Djdk.xml.xpathExprOpLimit=0", "-Djdk.xml.xpathExprGrpLimit=0", "-cp",
                String.join(":", path), PIXELMED_MAIN));
        objects.forEach(object -> command.add(object.toString()));
        return verdict(command.toArray(String[]::new));
    }

    private static String verdict(String... command) throws Exception {
        Process judge = new ProcessBuilder(command).redirectErrorStream(true).start();
        String verdict = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        judge.waitFor();
        return verdict;
    }

    private static int count(String text, String line) {
        return (int) text.lines().filter(one -> one.matches(line)).count();
    }

    private void writeSettings(Path conf) throws IOException {
        Files.writeString(work.resolve("orthanc.json"), """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
                "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
                "DicomAet": "ORTHANC", "DicomPort": 4242, "DicomCheckCalledAet": false, "HttpPort": 8042, "RemoteAccessAllowed": false,
                "AuthenticationEnabled": false, "OverwriteInstances": true, "DicomWeb": {"Enable": true, "Root": "/dicom-web/"},
                "DicomModalities": {"spine": ["SPINE", "127.0.0.1", 11112]}}
                """.formatted(work));
        Files.writeString(conf.resolve("spine.listener.cfg"), "callers = ORTHANC\n");
        Files.writeString(conf.resolve("spine.jobs.cfg"), "study.quiet.seconds = 3\n");
        // Studies that came through the archive go back by DICOM messages, those that came by the web go to the same archive by the web.
        Files.writeString(conf.resolve("spine.destination~archive.cfg"), "address = 127.0.0.1:4242\ntitle = ORTHANC\ncalling = SPINE\n"
                + "senders = ORTHANC\n");
        Files.writeString(conf.resolve("spine.destination.web~archive.cfg"),
                "address = http://127.0.0.1:8042/dicom-web\nsenders = reader\n");
    }

    private String said() throws IOException {
        return Files.readString(work.resolve("said"));
    }
}
