package spine.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import spine.common.file.FileTree;

/** The jar as spark-submit runs it, in a local master and in one with executors, next to {@code ./spine score} of the same studies. */
@Timeout(3600)
@EnabledIfSystemProperty(named = "it.app", matches = ".+", disabledReason = "needs the jars, which mvn verify makes and names")
class ScoreCohortIT {
    private static final String FORMATS = "json,csv,seg," + HaltingWriter.FORMAT;
    private static final String CLUSTER = "local-cluster[2,1,2048]";
    /** No file, so that an executor that was told of files alone would not hear of it. */
    private static final String LOST = "phantom-800002/lost.dcm";
    private static final long PATIENCE_MILLIS = 1_200_000;

    private static Product product;
    private static Path work;
    private static Path studies;
    private static Path expected;
    private static List<String> uids;

    /** Three studies, one of them with an image that is a link to nowhere, and one whose files are cut. */
    @BeforeAll
    static void scoreLocally() throws Exception {
        Path all = Path.of(System.getProperty("it.work"));
        for (Path ofTheLastRun : List.of(all, Path.of(System.getProperty("it.spark.home"), "work"))) {
            if (Files.exists(ofTheLastRun)) {
                FileTree.delete(ofTheLastRun);
            }
        }
        work = Files.createTempDirectory(Files.createDirectories(all), "cohort");
        product = new Product(work);
        DeployedWriter.drop(product.home());
        studies = work.resolve("studies");
        Product.Outcome made = product.spine("phantom", "--profile", "shift", "--seed", "800000", "--n", "4", "--out", studies.toString());
        assertEquals(0, made.exitCode(), made.said());
        for (Path image : files(studies.resolve("phantom-800001")).filter(file -> !file.toString().contains("truth")).toList()) {
            Files.write(image, Arrays.copyOf(Files.readAllBytes(image), (int) Files.size(image) / 2));
        }
        Files.createSymbolicLink(studies.resolve(LOST), work.resolve("gone"));
        expected = work.resolve("expected");
        Product.Outcome local = product.spine("score", studies.toString(), "--out", expected.toString(), "--format", FORMATS);
        assertEquals(3, local.exitCode(), local.said());
        uids = Files.readAllLines(expected.resolve("scores.csv")).stream().skip(1).map(line -> line.split(",")[0]).toList();
        assertEquals(3, uids.size());
        assertEquals(uids.stream().sorted().toList(), uids);
    }

    @Test
    void aLocalMasterGivesWhatSpineGives() throws Exception {
        Path out = work.resolve("local-out");
        Product.Outcome outcome = score(List.of("--master", "local[2]"), studies, out).outcome();
        assertEquals(3, outcome.exitCode(), outcome.said());
        assertTrue(outcome.out().contains("3 of 4 studies have a result in " + out + ", the others stand in failures.csv"), outcome.said());
        assertEqualToSpine(out);
    }

    @Test
    void aKilledExecutorLosesNothing() throws Exception {
        Path list = Files.write(work.resolve("list.txt"), List.of("# a list", "", studies.resolve("phantom-800000").toString(),
                "studies/phantom-800001", "studies/phantom-800002", "studies/phantom-800003", "studies/none"));
        Path out = work.resolve("cluster-out");
        Product.Running running = score(List.of("--master", CLUSTER), list, out);
        try {
            await("the first result", running, () -> uids.stream().anyMatch(uid -> Files.exists(out.resolve(uid))));
            assertEquals(2, running.executors().size());
            running.executors().get(0).destroyForcibly();
            Product.Outcome outcome = running.outcome();
            assertEquals(3, outcome.exitCode(), outcome.said());
            assertTrue(outcome.errors().contains("Lost executor"), outcome.said());
            List<String> failures = Files.readAllLines(out.resolve("failures.csv"));
            Path none = work.resolve("studies/none");
            assertEquals("\"\"," + none + "," + none + " does not exist.", failures.remove(1));
            Files.write(out.resolve("failures.csv"), failures);
            assertEqualToSpine(out);
        } finally {
            running.kill();
        }
    }

    @Test
    void aStudyThatTakesItsExecutorDownEveryTimeIsARow() throws Exception {
        Path out = work.resolve("victim-out");
        Path list = Files.write(work.resolve("two.txt"), List.of("studies/phantom-800000", "studies/phantom-800002"));
        String victim = uids.get(0);
        Product.Running running = score(List.of("--master", CLUSTER, "--conf", "spark.executorEnv." + HaltingWriter.VICTIM + "=" + victim),
                list, out);
        try {
            Product.Outcome outcome = running.outcome();
            List<String> scored = new ArrayList<>(Files.readAllLines(out.resolve("scores.csv")));
            List<String> failures = Files.readAllLines(out.resolve("failures.csv"));
            assertEquals(1, outcome.exitCode(), outcome.said());
            assertEquals(2, scored.size(), scored.toString());
            assertEquals(2, failures.size(), failures.toString());
            assertTrue(failures.get(1).startsWith(victim + ",") && failures.get(1).contains("was given up after 3 tries"), failures.get(1));
            assertFalse(Files.exists(out.resolve(victim)));
            assertNothingHidden(out);
        } finally {
            running.kill();
        }
    }

    /** Of an Orthanc, which wants a password; of one of them it has but two images. */
    @Test
    void studiesOfAServerAreFetchedOneByOne() throws Exception {
        for (String tool : List.of("/usr/sbin/Orthanc", "/usr/share/orthanc/plugins/libOrthancDicomWeb.so", "/usr/bin/curl",
                "/usr/bin/unshare")) {
            Assumptions.assumeTrue(Files.exists(Path.of(tool)), tool + " is not installed, studies of a server are skipped");
        }
        Assumptions.assumeTrue(new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0,
                "no network namespace can be made, studies of a server are skipped");
        Path web = Files.createDirectory(work.resolve("web"));
        List<Path> images = Stream.of("phantom-800000", "phantom-800003").flatMap(name -> images(name).stream()).toList();
        Files.write(web.resolve("files"), Stream.concat(images.stream(), images("phantom-800002").stream().limit(2)).map(Path::toString)
                .toList());
        Files.writeString(web.resolve("orthanc.json"), """
                {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "DicomServerEnabled": false, "HttpPort": 8042,
                "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"], "RemoteAccessAllowed": false,
                "AuthenticationEnabled": true, "RegisteredUsers": {"reader": "word"},
                "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                """.formatted(web));
        Files.writeString(web.resolve("word"), "word\n");
        Path script = web.resolve("web.sh");
        try (InputStream in = ScoreCohortIT.class.getResourceAsStream("web.sh")) {
            Files.copy(in, script);
        }
        Path out = work.resolve("web-out");
        Product.Running running = product.spark(List.of("unshare", "-n", "bash", script.toString(), web.toString()),
                List.of("--master", "local[2]", "--files", System.getProperty("it.app")),
                "--from-web", "http://127.0.0.1:8042/dicom-web", "--query", "ModalitiesInStudy=MR", "--user", "reader", "--password-file",
                web.resolve("word").toString(), "--out", out.toString(), "--home", product.home().toString(), "--format", FORMATS);
        try {
            Product.Outcome outcome = running.outcome();
            assertEquals(3, outcome.exitCode(), outcome.said());
            assertTrue(outcome.out().contains("2 of 3 studies have a result in " + out), outcome.said());
            List<String> failures = Files.readAllLines(out.resolve("failures.csv"));
            assertEquals(2, failures.size(), failures.toString());
            String refused = failures.get(1).split(",")[0];
            assertTrue(failures.get(1).startsWith(refused + ",http://127.0.0.1:8042/dicom-web/studies/" + refused + ","), failures.get(1));
            assertFalse(failures.get(1).contains("/fetched/"), failures.get(1));
            List<String> others = uids.stream().filter(uid -> !uid.equals(refused)).toList();
            assertEquals(2, others.size());
            ResultFolder.assertEqual(expected, out, others);
            assertNothingHidden(out);
        } finally {
            running.kill();
        }
    }

    private static List<Path> images(String study) {
        try {
            return files(studies.resolve(study)).filter(file -> file.toString().contains("/series-")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStudyThatTakesTooLongIsARow() throws Exception {
        Path out = work.resolve("late-out");
        Product.Outcome outcome = score(List.of("--master", "local[1]"), studies.resolve("phantom-800000"), out, "--limit", "1").outcome();
        assertEquals(1, outcome.exitCode(), outcome.said());
        assertTrue(Files.readAllLines(out.resolve("failures.csv")).get(1).endsWith("was given up, because it took longer than 1 s.\""),
                Files.readString(out.resolve("failures.csv")));
        assertFalse(Files.exists(out.resolve("scores.csv")));
        assertNothingHidden(out);
    }

    @Test
    void whatCannotBeginIsRefusedInOneSentence() throws Exception {
        Path out = work.resolve("none-out");
        Path study = studies.resolve("phantom-800000");
        Product.Outcome outcome = score(List.of("--master", "local[1]"), study, out, "--index", "none").outcome();
        assertEquals(4, outcome.exitCode(), outcome.said());
        assertTrue(outcome.errors().contains(" cannot score. There is no scoring index none; there is sparcc."), outcome.said());
        assertFalse(Files.exists(out));
    }

    private static Product.Running score(List<String> spark, Path from, Path out, String... more) throws IOException {
        List<String> options = new ArrayList<>(spark);
        options.addAll(List.of("--files", System.getProperty("it.app")));
        List<String> arguments = new ArrayList<>(List.of("--studies", from.toString(), "--out", out.toString(),
                "--home", product.home().toString(), "--format", FORMATS));
        arguments.addAll(List.of(more));
        return product.spark(options, arguments.toArray(String[]::new));
    }

    private static void assertEqualToSpine(Path out) throws IOException {
        ResultFolder.assertEqual(expected, out);
        assertTrue(Files.readString(out.resolve("studies.csv")).contains(studies.resolve(LOST) + " is a link that leads nowhere."));
        List<String> failures = Files.readAllLines(out.resolve("failures.csv"));
        assertEquals(2, failures.size(), failures.toString());
        assertEquals("study,location,reason", failures.get(0));
        assertTrue(failures.get(1).contains("," + studies.resolve("phantom-800001") + ","), failures.get(1));
        assertNothingHidden(out);
    }

    private static void assertNothingHidden(Path out) throws IOException {
        assertEquals(List.of(".spine.lock"), files(out).map(file -> out.relativize(file).toString()).filter(name -> name.startsWith("."))
                .toList());
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static void await(String what, Product.Running running, Callable<Boolean> condition) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.call()) {
            assertTrue(running.process().isAlive() && System.currentTimeMillis() < deadline,
                    () -> "not there in time: " + what + "\n" + read(running.errors()));
            Thread.sleep(50);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
