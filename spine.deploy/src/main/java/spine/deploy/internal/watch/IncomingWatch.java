package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.install.InstallPaths;
import spine.deploy.internal.HomeFolders;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.audit.AuditLog;
import spine.deploy.internal.audit.DeploymentAuditor;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.Gate;
import spine.deploy.internal.gate.ManifestPolicy;
import spine.deploy.internal.gate.ArchiveValidator;
import spine.deploy.internal.signing.SignatureCheck;
import spine.deploy.internal.signing.TrustStore;
import spine.deploy.internal.submission.SubmissionProcessor;

/**
 * Looks into the folder of incoming bundles again and again, and keeps the journal. Several processes may share a home: a lock
 * lets one of them work at a time, and what one has left undone another finishes.
 */
@Component(service = {}, immediate = true, configurationPid = {GateSettings.SHIPPED, GateSettings.PID})
public final class IncomingWatch {
    /** Framework property: nothing is done below this start level, because only then all that is deployed is installed. */
    static final String ACTIVE_LEVEL = "spine.deploy.active.level";

    private static final Logger LOG = LoggerFactory.getLogger(IncomingWatch.class);
    private static final long POLL_MILLIS = 300;
    private static final long STOP_SECONDS = 30;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final InstallPaths paths;
    private final BundleContext context;
    private final int activeLevel;
    private final StableFileScanner intake;
    private final SubmissionProcessor entrance;
    private final DeploymentAuditor journal;
    private final BundleListener listener = event -> this.changed.set(true);
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deploy-gate");
        thread.setDaemon(true);
        return thread;
    });
    private long resumeAt = System.nanoTime();

    @Activate
    public IncomingWatch(BundleContext context, GateSettings settings) throws IOException {
        this.context = context;
        String level = context.getProperty(ACTIVE_LEVEL);
        this.activeLevel = level == null ? 0 : Integer.parseInt(level);
        this.paths = InstallPaths.of(context::getProperty);
        HomeFolders.create(paths);
        this.intake = new StableFileScanner(paths.incoming(), Duration.ofSeconds(settings.settle_seconds()));
        AuditLog audit = new AuditLog(paths.auditLog());
        FrameworkView framework = new FrameworkView(context, paths.deploy());
        SignatureCheck signature = new SignatureCheck(TrustStore.of(paths, settings), settings.unsigned());
        Gate gate = new Gate(new ArchiveValidator(settings.unpacked_megabytes()), signature, new ManifestPolicy(List.of(settings.imports())),
                framework, paths.deploy());
        this.entrance = new SubmissionProcessor(paths, gate, audit, settings.unpacked_megabytes() << 20);
        this.journal = new DeploymentAuditor(paths.deploy(), framework, audit, signature);
        context.addBundleListener(listener);
        worker.scheduleWithFixedDelay(this::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        context.removeBundleListener(listener);
        worker.shutdown();
        worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            FrameworkStartLevel level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
            if (level.getStartLevel() < activeLevel) {
                return;
            }
            long now = System.nanoTime();
            List<Path> ready = intake.ready(now);
            boolean resume = now - resumeAt >= 0;
            if (!ready.isEmpty() || resume || changed.get()) {
                work(ready, resume);
            }
        } catch (IOException | RuntimeException e) {
            // For example a full disk: said once in a while, tried for ever.
            LOG.error("incoming bundles cannot be worked on", e);
            resumeAt = System.nanoTime() + RETRY_NANOS;
        }
    }

    private void work(List<Path> ready, boolean resume) throws IOException {
        try (FileChannel channel = FileChannel.open(paths.checking().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            if (resume) {
                entrance.resume();
                resumeAt = System.nanoTime() + RETRY_NANOS;
            }
            for (Path dropped : ready) {
                // Another process may have been faster.
                if (Files.exists(dropped, LinkOption.NOFOLLOW_LINKS)) {
                    entrance.take(dropped);
                }
            }
            if (changed.getAndSet(false)) {
                journal.bringUpToDate();
            }
        }
    }
}
