package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** A study on its way from an archive to a serving platform and back, among programs of others, in a network of its own. */
public class FrontDoorIT {
    private static final List<Path> NEEDED = List.of(Path.of("/usr/sbin/Orthanc"),
            Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so"), Path.of("/usr/bin/storescu"), Path.of("/usr/bin/curl"),
            Path.of("/usr/bin/unshare"), Path.of("/usr/bin/dciodvfy"), Path.of("/usr/bin/python3"));
    private static final long PATIENCE_MINUTES = 8;
    /** SR, SEG and secondary capture. */
    private static final List<String> OBJECTS = List.of("SR", "SEG", "OT");

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
        Product.Outcome made = product.run("--quiet", "phantom", "--out", studies.toString(), "--n", "2", "--seed", "5");
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
        assertValid();
    }

    /** What came back passes the check of a program that knows the standard. */
    private void assertValid() throws Exception {
        List<Path> objects;
        try (Stream<Path> files = Files.list(work.resolve("objects"))) {
            objects = files.sorted().toList();
        }
        assertTrue(objects.toString(), objects.size() >= OBJECTS.size());
        for (Path object : objects) {
            Process judge = new ProcessBuilder("dciodvfy", object.toString()).redirectErrorStream(true).start();
            String verdict = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            judge.waitFor();
            assertTrue(object + ": " + verdict, verdict.lines().noneMatch(line -> line.startsWith("Error")));
        }
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
