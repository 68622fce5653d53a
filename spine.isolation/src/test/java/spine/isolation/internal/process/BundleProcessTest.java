package spine.isolation.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

/** Whatever a process does, the question that was asked fails with its cause, in time, and nothing is left of it. */
class BundleProcessTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final Set<String> HANGING = Set.of("hang", "progress");

    @TempDir
    private Path work;
    private final ScoringInput input = SampleSpine.whole().input();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit       | ended with exit code 7
            halt       | ended with exit code 0
            memory     | ended with exit code 3, because its memory was used up
            overflow   | ended with exit code 1
            crash      | ended with exit code 1, because native code in it crashed
            killed     | ended with exit code 137 (signal 9)
            half       | ended with exit code 5
            hang       | did not answer within 1 s and was ended
            progress   | did not answer within 1 s and was ended
            garbage    | gave an answer that cannot be read (bytes that are no message) and was ended
            question   | gave an answer that cannot be read (a message that is no answer) and was ended
            endless    | gave an answer that cannot be read (a length that is more than it may have) and was ended
            huge       | gave an answer that cannot be read (a length that is more than it may have) and was ended
            impossible | gave an answer that cannot be read (more bytes than belong to it) and was ended
            close      | closed its streams without an answer and was ended
            reports    | reported a failure (java.lang.IllegalStateException: \\u001b[31mno)
            """)
    void whatItDoesIsNamed(String how, String sentence) throws Exception {
        try (BundleProcess process = process(how)) {
            assertEquals(sentence, assertThrows(ProcessFailedException.class, () -> process.score(0, input)).getMessage());
        }
        assertEquals(List.of(), foldersLeft());
    }

    @Test
    void theNextStudyGetsANewProcess() throws Exception {
        try (BundleProcess process = process("second")) {
            assertEquals(23.0, process.score(0, input).orElseThrow().totals().get("total"));
            assertThrows(ProcessFailedException.class, () -> process.score(0, input));
            assertEquals(23.0, process.score(0, input).orElseThrow().totals().get("total"));
        }
    }

    @Test
    void oneThatDoesNotComeUpIsEnded() throws Exception {
        try (BundleProcess process = process("mute", 1, 1)) {
            ProcessFailedException failure = assertThrows(ProcessFailedException.class, process::offers);
            assertEquals("did not answer within 1 s and was ended", failure.getMessage());
            assertEquals(List.of(), foldersLeft());
            assertThrows(ProcessFailedException.class, () -> process.score(0, input));
        }
    }

    @Test
    void oneThatAnswersIsAskedAgainAndAgain() throws Exception {
        try (BundleProcess process = process("answer")) {
            assertEquals(1, process.offers().size());
            for (int study = 0; study < 3; study++) {
                assertEquals(23.0, process.score(0, input).orElseThrow().totals().get("total"));
                assertEquals(1, foldersLeft().size());
            }
            process.renew();
            assertEquals(23.0, process.score(0, input).orElseThrow().totals().get("total"));
        }
        assertEquals(List.of(), foldersLeft());
    }

    /** Each answer takes two seconds. */
    @Test
    void studiesThatAskSideBySideAreAnsweredSideBySide() throws Exception {
        try (BundleProcess process = process("slow")) {
            process.offers();
            ExecutorService studies = Executors.newFixedThreadPool(2);
            Set<Double> processes = new HashSet<>();
            List<Future<Double>> answers = studies.invokeAll(Collections.nCopies(2,
                    () -> process.score(0, input).orElseThrow().totals().get("process")));
            for (Future<Double> answer : answers) {
                processes.add(answer.get());
            }
            studies.shutdown();
            assertEquals(2, processes.size());
            assertEquals(2, foldersLeft().size());
            assertTrue(processes.contains(process.score(0, input).orElseThrow().totals().get("process")), "another");
        }
        assertEquals(List.of(), foldersLeft());
    }

    @Test
    void aFurtherProcessEndsWhenNobodyAsksIt() throws Exception {
        try (ProcessPool pool = new ProcessPool(() -> slot("slow"), 3, Duration.ofMillis(200))) {
            ExecutorService studies = Executors.newFixedThreadPool(2);
            studies.invokeAll(Collections.nCopies(2, () -> pool.lend(slot -> {
                slot.restart();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1500));
                return 0;
            })));
            studies.shutdown();
            for (int i = 0; i < 200 && foldersLeft().size() != 1; i++) {
                Thread.sleep(50);
            }
            assertEquals(1, foldersLeft().size());
        }
        assertEquals(List.of(), foldersLeft());
    }

    @Test
    void whatItPrintsHoldsNobodyUp() throws Exception {
        try (BundleProcess process = process("noise")) {
            assertEquals(23.0, process.score(0, input).orElseThrow().totals().get("total"));
        }
    }

    @Test
    void itKnowsNothingOfTheEnvironmentAndTakesNoSerialisedObjects() throws Exception {
        try (BundleProcess process = process("environment")) {
            String failure = assertThrows(ProcessFailedException.class, () -> process.score(0, input)).getMessage();
            assertTrue(Set.of("reported a failure ([] !* true)", "reported a failure ([LC_ALL] !* true)").contains(failure), failure);
        }
    }

    @Test
    void whatItStartedEndsWithIt() throws Exception {
        try (BundleProcess process = process("descendant")) {
            assertThrows(ProcessFailedException.class, () -> process.score(0, input));
        }
        await("the end of its child", Long.parseLong(Files.readString(work.resolve("pid"))));
    }

    @Test
    void aStudyThatIsInterruptedEndsIt() throws Exception {
        try (BundleProcess process = process("hang", 60)) {
            process.offers();
            Thread asking = new Thread(() -> assertThrows(CancellationException.class, () -> process.score(0, input)));
            asking.start();
            while (asking.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(10);
            }
            asking.interrupt();
            asking.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertFalse(asking.isAlive());
            assertEquals(List.of(), foldersLeft());
        }
    }

    @Test
    void nothingIsLeftWhenThePlatformIsKilled() throws Exception {
        Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), OrphaningParent.class.getName(), work.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long child;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII))) {
            child = Long.parseLong(out.readLine());
            assertTrue(ProcessHandle.of(child).orElseThrow().isAlive());
            parent.destroyForcibly().waitFor();
        }
        await("the end of the orphan", child);
    }

    private BundleProcess process(String how) {
        return process(how, HANGING.contains(how) ? 1 : (int) PATIENCE_SECONDS);
    }

    private BundleProcess process(String how, int seconds) {
        return process(how, PATIENCE_SECONDS, seconds);
    }

    private BundleProcess process(String how, long start, int seconds) {
        ProcessLimits limits = new ProcessLimits(64, Duration.ofSeconds(start), Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
        return new BundleProcess(program(how), work, () -> limits, Map::of, "the bundle evil 1.0.0");
    }

    private ProcessSlot slot(String how) {
        Duration patience = Duration.ofSeconds(PATIENCE_SECONDS);
        return new ProcessSlot(program(how), work, () -> new ProcessLimits(64, patience, patience, patience), Map::of,
                "the bundle evil 1.0.0");
    }

    private ChildProgram program(String how) {
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
        return new ChildProgram(EvilChild.class.getName(), classPath, work, work.resolve(how), List.of());
    }

    private List<Path> foldersLeft() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.getFileName().toString().startsWith("process")).toList();
        }
    }

    private static void await(String what, long pid) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            assertFalse(System.nanoTime() > deadline, "not there in time: " + what);
            Thread.sleep(50);
        }
    }
}
