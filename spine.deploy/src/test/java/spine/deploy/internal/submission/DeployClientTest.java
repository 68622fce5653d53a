package spine.deploy.internal.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.service.GateVerdict;
import spine.api.service.UnavailableException;
import spine.common.digest.Sha256;
import spine.common.install.InstallPaths;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.TestPlatform;
import spine.deploy.internal.watch.IncomingFolder;
import spine.deploy.internal.watch.ProcessLock;

class DeployClientTest {
    private static final GateVerdict UNSIGNED = new GateVerdict(false, "acme.index 1.0.0", "", "It is not signed.");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path work;
    private TestPlatform platform;
    private InstallPaths paths;
    private VerdictStore verdicts;
    private Path jar;
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(work);
        paths = platform.paths;
        verdicts = new VerdictStore(paths.verdicts(), 10);
        jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("mine.jar"));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void whoeverHandsInIsToldTheVerdict() throws Exception {
        PendingSubmissions pending = new PendingSubmissions();
        DeployClient client = new DeployClient(paths, pending, new VerdictStore(work.resolve("unread"), 1), () -> { });
        CompletableFuture<Void> gate = look(pending);
        GateVerdict verdict = client.submit(jar, LONG);
        over.set(true);
        gate.join();
        assertEquals(UNSIGNED, verdict);
        assertTrue(Files.exists(jar));
        assertThrows(UnavailableException.class, () -> client.submit(jar, Duration.ofMillis(1)));
        assertThrows(UnusableInputException.class, () -> client.submit(work.resolve("none.jar"), Duration.ofMillis(1)));
    }

    @Test
    void theVerdictOfAnotherProcessIsReadFromItsFile() throws Exception {
        DeployClient client = new DeployClient(paths, new PendingSubmissions(), verdicts, () -> { });
        CompletableFuture<Void> another = look(new PendingSubmissions());
        assertEquals(UNSIGNED, client.submit(jar, LONG));
        over.set(true);
        another.join();
        assertEquals(UNSIGNED, verdicts.read(Sha256.of(jar)).orElseThrow().verdict());
    }

    @Test
    void anEarlierVerdictOnTheSameJarIsNoAnswer() throws Exception {
        verdicts.write(Sha256.of(jar), new GateVerdict(true, "acme.index 1.0.0", "", ""));
        DeployClient client = new DeployClient(paths, new PendingSubmissions(), verdicts, () -> { });
        UnavailableException none = assertThrows(UnavailableException.class, () -> client.submit(jar, Duration.ofMillis(200)));
        assertEquals("There is no verdict on mine.jar within 0 s; it stays submitted, and the audit log will have the verdict.",
                none.getMessage());
        assertEquals(List.of("mine.jar"), names());
        assertThrows(UnusableInputException.class, () -> client.submit(jar, LONG), "the first one still waits");
    }

    /** Does the work of a watcher until it is over. */
    private CompletableFuture<Void> look(PendingSubmissions pending) {
        SubmissionProcessor processor = new SubmissionProcessor(paths, () -> platform.checks(false), platform.auditor(), verdicts,
                (file, deployment) -> { });
        IncomingFolder folder = new IncomingFolder(paths.incoming(), () -> Duration.ofSeconds(10),
                new ProcessLock(paths.checking().resolve("lock")), processor, pending);
        return CompletableFuture.runAsync(() -> {
            try {
                while (!over.get()) {
                    folder.look(System.nanoTime());
                    Thread.sleep(5);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(paths.incoming())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
