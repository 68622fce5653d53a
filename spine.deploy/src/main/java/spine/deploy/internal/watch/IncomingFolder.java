package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;
import spine.deploy.internal.submission.PendingSubmissions;
import spine.deploy.internal.submission.SubmissionProcessor;

/**
 * Follows the folder of incoming bundles. Several processes may share a home: a lock lets one of them work at a time, and what
 * one has left undone another finishes.
 */
public final class IncomingFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingFolder.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final StableFileScanner scanner;
    private final ProcessLock lock;
    private final SubmissionProcessor processor;
    private final PendingSubmissions pending;
    private final Map<Path, Deployment> arriving = new HashMap<>();
    private long resumeAt = System.nanoTime();

    /**
     * @param settle how long a file that is not a complete jar may still grow
     * @param pending what clients of this process hand in
     */
    public IncomingFolder(Path folder, Supplier<Duration> settle, ProcessLock lock, SubmissionProcessor processor,
            PendingSubmissions pending) {
        this.scanner = new StableFileScanner(folder, settle, LinkOption.NOFOLLOW_LINKS);
        this.lock = lock;
        this.processor = processor;
        this.pending = pending;
    }

    /** @param now nanoseconds since whenever */
    public void look(long now) throws IOException {
        StableFileScanner.Scan scan = scanner.scan(now);
        for (Path gone : arriving.keySet().stream().filter(file -> !scan.present().containsKey(file)).toList()) {
            arriving.remove(gone).advance(DeploymentState.REMOVED);
        }
        scan.present().keySet().forEach(file -> arriving.computeIfAbsent(file, pending::arrived));
        List<Path> settled = scan.settled().stream().sorted().toList();
        settled.forEach(file -> arriving.get(file).tryAdvance(DeploymentState.SETTLED));
        boolean resume = now - resumeAt >= 0;
        if (resume || !settled.isEmpty()) {
            lock.tryRun(() -> work(settled, resume));
        }
    }

    private void work(List<Path> settled, boolean resume) throws IOException {
        if (resume) {
            resumeAt = System.nanoTime() + RETRY_NANOS;
            processor.tidy();
            for (Path claimed : processor.claimed()) {
                tryWork(claimed, () -> processor.resume(claimed));
            }
        }
        for (Path file : settled) {
            // Another process may have been faster.
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Deployment deployment = arriving.remove(file);
                tryWork(file, () -> processor.take(file, deployment));
            }
        }
    }

    /** What fails with one file is said, tried again later, and does not concern the others. */
    private static void tryWork(Path file, ProcessLock.Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot be processed", file, e);
        }
    }
}
