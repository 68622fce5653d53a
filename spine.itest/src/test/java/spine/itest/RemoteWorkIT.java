package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/**
 * A platform that receives and has no workers, and one that has nothing of it but the address of the database, in two networks with one
 * cable between them.
 */
public class RemoteWorkIT {
    private static final List<Path> NEEDED = List.of(Path.of("/usr/bin/storescu"), Path.of("/usr/bin/storescp"),
            Path.of("/usr/bin/unshare"), Path.of("/usr/bin/nsenter"), Path.of("/usr/bin/setpriv"));
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
    private static final String PASSWORD = "a word for the test of the worker";
    private static final long PATIENCE_MINUTES = 8;

    private Path postgres;
    private Path work;

    @Before
    public void lookForTools() throws Exception {
        NEEDED.forEach(tool -> Assume.assumeTrue(tool + " is not installed, work over a network is skipped", Files.exists(tool)));
        Optional<Path> programs = Optional.empty();
        if (Files.isDirectory(POSTGRES)) {
            try (Stream<Path> versions = Files.list(POSTGRES)) {
                programs = versions.map(version -> version.resolve("bin")).filter(bin -> Files.exists(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder());
            }
        }
        Assume.assumeTrue("PostgreSQL is not installed, work over a network is skipped", programs.isPresent());
        postgres = programs.get();
        Assume.assumeTrue("no networks can be made, work over a network is skipped", new ProcessBuilder("unshare", "-n", "ip", "link",
                "add", "near", "type", "veth", "peer", "name", "far").start().waitFor() == 0);
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "remote");
        // The server of the database runs as a user of its own.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    public void aStudyIsScoredByAWorkerThatNeedsTheDatabaseOnly() throws Exception {
        Product receiver = new Product(work.resolve("receiver/home"));
        Product worker = new Product(work.resolve("worker/home"));
        Product.Outcome key = receiver.run("tls", "make", "--host", "10.77.0.1");
        assertEquals(key.said(), 0, key.exitCode());
        Files.writeString(Files.createDirectories(work.resolve("database")).resolve("word"), PASSWORD);
        settings(receiver, "workers = 0\nstudy.quiet.seconds = 1\n");
        settings(worker, "");
        Path conf = receiver.home().resolve("conf");
        Files.writeString(conf.resolve("spine.web.cfg"), "address = 10.77.0.1\ntls = true\n");
        Files.writeString(conf.resolve("spine.destination~archive.cfg"), "address = 127.0.0.1:11113\n");

        run(receiver, worker);

        assertEquals(said(), "DONE|", Files.readString(work.resolve("state")).strip());
        List<Path> results = files(receiver.home().resolve("results"), "report.json");
        assertEquals(said(), 1, results.size());
        long objects = files(results.get(0).getParent(), ".dcm").size();
        assertTrue(objects > 3);
        assertEquals("what the destination has", objects, files(work.resolve("archive"), "").size());
        assertEquals(List.of(), files(worker.home().resolve("results"), ""));
        assertEquals(List.of(), files(worker.home().resolve("spool"), ".dcm"));
        assertEquals(List.of(), files(worker.home().resolve("borrowed"), ""));
        String seen = Files.readString(receiver.home().resolve("access.log"));
        assertTrue(seen, seen.contains("\tworker\t10.77.0.2\tsecret of workers\tPOST /api/v1/attempts/1/1\t"));
    }

    private void settings(Product product, String more) throws IOException {
        Path conf = Files.createDirectories(product.home().resolve("conf"));
        Path password = Files.writeString(conf.resolve("jdbc.password"), PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(conf.resolve("spine.jobs.cfg"), "jdbc.url = jdbc:postgresql://10.77.0.1/postgres\njdbc.user = spine\n"
                + "jdbc.password.file = jdbc.password\n" + more);
    }

    private void run(Product receiver, Product worker) throws Exception {
        Path script = work.resolve("work.sh");
        try (InputStream text = RemoteWorkIT.class.getResourceAsStream("remote-work.sh")) {
            Files.write(script, text.readAllBytes());
        }
        ProcessBuilder builder = new ProcessBuilder("unshare", "-n", "bash", script.toString(), work.toString(), postgres.toString())
                .redirectErrorStream(true).redirectOutput(work.resolve("said").toFile());
        builder.environment().put("RECEIVER", String.join(" ", receiver.command("serve", "--no-attach")));
        builder.environment().put("WORKER", String.join(" ", worker.command("serve", "--no-attach")));
        Process networks = builder.start();
        try {
            // While the platforms start.
            Product.Outcome made = new Product(work.resolve("phantom/home")).run("--quiet", "phantom", "--out",
                    work.resolve("made").toString(), "--n", "1", "--seed", "3");
            assertEquals(made.said(), 0, made.exitCode());
            Files.move(work.resolve("made"), work.resolve("studies"));
            assertTrue("it does not end: " + said(), networks.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        } finally {
            networks.descendants().forEach(ProcessHandle::destroyForcibly);
            networks.destroyForcibly();
        }
        assertEquals(said(), 0, networks.exitValue());
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> file.getFileName().toString().endsWith(end)).toList();
        }
    }

    private String said() throws IOException {
        return Files.readString(work.resolve("said"), StandardCharsets.UTF_8);
    }
}
