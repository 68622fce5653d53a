package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/** The kept storage of the framework is a cache: whatever happens to it or through it, the next command works. */
public class StorageIT {
    private static final long PATIENCE_MINUTES = 4;
    /** Of the moments at which processes are killed, and of what is changed in the storage. */
    private static final long SEED = 19;

    private Path work;
    private Path home;

    @Before
    public void folders() throws IOException {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "storage");
        home = work.resolve("home");
    }

    @Test
    public void theNextCommandWorks() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 3; i++) {
            Process killed = start("jobs");
            Thread.sleep(random.nextInt(200, 2_000));
            killed.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        works();
        List<Path> files = new ArrayList<>(files());
        for (int i = 0; i < 5; i++) {
            Files.write(files.remove(random.nextInt(files.size())), new byte[random.nextInt(100)]);
        }
        works();
        Path platforms = exporting("com.fasterxml.jackson.databind;version=\"2.18.99\","
                + "com.fasterxml.jackson.databind.node;version=\"2.18.99\"");
        Files.writeString(home.resolve("conf").resolve("spine.app.cfg"), "patience.seconds=" + Long.MAX_VALUE);
        Files.writeString(home.resolve("conf").resolve("spine.deploy.cfg"), "settle.seconds=" + Long.MAX_VALUE);
        for (int i = 0; i < 2; i++) {
            Product.Outcome health = outcome(start("health", "live"));
            assertEquals(health.said(), 0, health.exitCode());
            assertTrue(health.said(), health.errors()
                    .contains("'9223372036854775807' of patience.seconds is out of its range (0 to 604800)"));
        }
        Product.Outcome doctor = outcome(start("doctor"));
        assertEquals(doctor.said(), 1, doctor.exitCode());
        assertTrue(doctor.said(), doctor.out().contains(platforms + " exports the package com.fasterxml.jackson.databind, which is the"));
        assertEquals(1, outcome(start("doctor", "--fix")).exitCode());
        assertFalse("it was not moved away", Files.exists(platforms));
        Files.delete(home.resolve("conf").resolve("spine.app.cfg"));
        Files.delete(home.resolve("conf").resolve("spine.deploy.cfg"));
        Product.Outcome well = outcome(start("doctor"));
        assertEquals(well.said(), 0, well.exitCode());
        works();
    }

    private void works() throws Exception {
        Product.Outcome jobs = outcome(start("jobs"));
        assertEquals(jobs.said(), 0, jobs.exitCode());
        assertEquals("No study is running or waiting.\n", jobs.out());
        assertEquals("", jobs.errors());
        assertTrue("not left in order", Files.exists(home.resolve("run").resolve("1.build")));
    }

    private Path exporting(String packages) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "acme.json");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Export-Package", packages);
        Path jar = home.resolve("deploy").resolve("acme.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("run").resolve("1"))) {
            return all.filter(Files::isRegularFile).filter(file -> file.getParent().getFileName().toString().startsWith("bundle")
                    || file.getFileName().toString().equals("bundle.jar")).sorted().toList();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:TieredStopAtLevel=1", "-Dspine.home=" + home,
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"), "-jar",
                System.getProperty("it.app")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(work.toFile()).redirectOutput(work.resolve("out").toFile())
                .redirectError(work.resolve("err").toFile()).start();
    }

    private Product.Outcome outcome(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the command does not end");
        }
        return new Product.Outcome(Files.readString(work.resolve("out")), Files.readString(work.resolve("err")), process.exitValue());
    }
}
