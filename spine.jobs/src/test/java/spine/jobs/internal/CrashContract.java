package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.spool.Bounds;
import spine.jobs.internal.store.DatabaseAddress;

/** What was acknowledged is there, however the process ended. */
abstract class CrashContract {
    static final QueueRules RULES = new QueueRules(1, SampleQueue.RULES.scoring(), new Bounds(0, 1 << 20, 1000, 100_000), 1000, 3000,
            SampleQueue.RULES.retries(), 0, 0);
    private static final int KILLS = 5;
    private static final String STORED = "stored ";

    @TempDir
    Path home;

    /** Of a database that is empty; with user and password, if it has them. */
    abstract List<String> server() throws Exception;

    private DatabaseAddress address(List<String> server) {
        return server.isEmpty() ? DatabaseAddress.folder(home.resolve("jobs"))
                : DatabaseAddress.server(server.get(0), server.get(1), server.get(2));
    }

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        List<String> server = server();
        Random random = new Random(7);
        Set<String> stored = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            stored.addAll(killed(kill, server, 5 + random.nextInt(40), random.nextInt(30)));
        }
        assertTrue(stored.size() > 5 * KILLS, "only " + stored);
        try (SampleQueue queue = new SampleQueue(address(server), home, RULES).score()) {
            Set<String> files = new HashSet<>();
            for (String study : queue.queue.archive().studies()) {
                for (Path file : queue.queue.archive().received(study)) {
                    files.add(study + " " + file.getFileName().toString().replace(".dcm", ""));
                    assertFalse(file.getFileName().toString().startsWith("."));
                }
            }
            Set<String> lost = new HashSet<>(stored);
            lost.removeAll(files);
            assertEquals(Set.of(), lost);
            for (String study : queue.queue.archive().studies()) {
                assertHasOneResult(queue, study);
            }
            try (Stream<Path> all = Files.walk(home.resolve("spool"))) {
                // Beside another process, what nobody finished is removed only when it is old.
                assertEquals(files.size(), all.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith("."))
                        .count(), "a file without a row");
            }
        }
    }

    /** The highest revision has all images and its result; those before are replaced, or never had one. */
    private static void assertHasOneResult(SampleQueue queue, String study) throws Exception {
        List<Job> jobs = SampleQueue.await(() -> queue.jobs(study), all -> all.get(all.size() - 1).state() == JobState.DONE);
        Job last = jobs.get(jobs.size() - 1);
        assertEquals(queue.queue.archive().received(study).size(), last.images());
        assertFalse(last.replaced());
        for (Job earlier : jobs.subList(0, jobs.size() - 1)) {
            assertTrue(earlier.replaced() && (earlier.state() == JobState.DONE || earlier.state() == JobState.CANCELLED),
                    earlier.toString());
        }
        assertEquals(last.images(), Files.readAllLines(queue.queue.archive().result(study).orElseThrow().resolve("files.txt")).size());
    }

    /** @return what it said to have stored before it was killed, somewhere in the middle of something */
    private Set<String> killed(int number, List<String> server, int lines, int millis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-Xmx256m", "-XX:TieredStopAtLevel=1", KilledProcess.class.getName(),
                home.toString(), String.valueOf(number)));
        command.addAll(server);
        Path said = Files.createTempFile("acknowledged", ".txt");
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(said.toFile()).start();
        while (process.isAlive() && wholeLines(said).size() < lines) {
            Thread.sleep(1);
        }
        Thread.sleep(millis);
        assertTrue(process.isAlive(), "it has ended by itself");
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        Set<String> stored = new HashSet<>();
        wholeLines(said).stream().filter(line -> line.startsWith(STORED)).forEach(line -> stored.add(line.substring(STORED.length())));
        Files.delete(said);
        return stored;
    }

    private static List<String> wholeLines(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
