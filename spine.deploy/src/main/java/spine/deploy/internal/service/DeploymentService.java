package spine.deploy.internal.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.UnusableInputException;
import spine.api.service.DeployGate;
import spine.api.service.EffectiveSettings;
import spine.api.service.GateVerdict;
import spine.api.service.UnavailableException;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.HomeFolders;
import spine.deploy.internal.audit.AuditLog;
import spine.deploy.internal.audit.DeploymentAuditor;
import spine.deploy.internal.gate.Checks;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.ResolutionCheck;
import spine.deploy.internal.install.BundleDeployer;
import spine.deploy.internal.install.BundleLifecycle;
import spine.deploy.internal.install.HiddenServices;
import spine.deploy.internal.install.RefusedFiles;
import spine.deploy.internal.install.KeyedSerialExecutor;
import spine.deploy.internal.install.PlatformStatus;
import spine.deploy.internal.isolation.IsolationMode;
import spine.deploy.internal.submission.DeployClient;
import spine.deploy.internal.submission.PendingSubmissions;
import spine.deploy.internal.submission.SubmissionProcessor;
import spine.deploy.internal.submission.VerdictStore;
import spine.deploy.internal.watch.DeployFolder;
import spine.deploy.internal.watch.FolderWatcher;
import spine.deploy.internal.watch.IncomingFolder;
import spine.deploy.internal.watch.ProcessLock;

/** Puts the parts of deployment together, and watches the folders from the start level on at which the platform is up. */
@Capability(namespace = EffectiveSettings.OPERATION, name = GateSettings.PID)
@Component(immediate = true, configurationPid = {GateSettings.SHIPPED, GateSettings.PID})
public final class DeploymentService implements DeployGate {
    private static final Logger LOG = LoggerFactory.getLogger(DeploymentService.class);
    private static final int MOST_VERDICTS = 200;

    private final BundleContext context;
    private final InstallPaths paths;
    private final PlatformStatus status;
    private final KeyedSerialExecutor installing = new KeyedSerialExecutor();
    private final ExecutorService reviews = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "deploy-review");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final BundleListener listener = event -> changed.set(true);
    private final ServiceRegistration<CollisionHook> hook;
    private final BundleDeployer deployer;
    private final List<ServiceRegistration<?>> hiding;
    private final FolderWatcher watcher;
    private final FolderWatcher.Watch deploying;
    private final DeployClient client;
    private volatile Checks checks;

    @Activate
    public DeploymentService(BundleContext context, GateSettings settings, @Reference IsolationMode isolation) throws IOException {
        this.context = context;
        this.paths = InstallPaths.of(context::getProperty);
        this.checks = Checks.of(settings, paths, context);
        HomeFolders.create(paths);
        FrameworkView framework = new FrameworkView(context, paths.deploy());
        new ResolutionCheck(context).removeLeftovers(paths.checking());
        FrameworkProperties properties = FrameworkProperties.of(context);
        status = new PlatformStatus(context);
        RefusedFiles refused = new RefusedFiles(context, () -> changed.set(true));
        deployer = new BundleDeployer(context, new BundleLifecycle(context, properties.startLevel(), properties.patience()),
                status, this::review, refused, framework, isolation);
        hook = context.registerService(CollisionHook.class, deployer, null);
        hiding = new HiddenServices(framework).register(context);
        FrameworkStartLevel level = FrameworkProperties.framework(context);
        watcher = new FolderWatcher(() -> level.getStartLevel() >= properties.activeLevel());
        VerdictStore verdicts = new VerdictStore(paths.verdicts(), MOST_VERDICTS);
        PendingSubmissions pending = new PendingSubmissions();
        client = new DeployClient(paths, pending, verdicts, watcher::wake);
        DeploymentAuditor auditor = new DeploymentAuditor(paths.deploy(), framework,
                new AuditLog(paths.auditLog()), paths.deployments(), () -> checks.signature(), status::standby, refused::all);
        DeployFolder deploy = new DeployFolder(paths.deploy(), () -> checks.settling(), deployer, installing, properties.patience());
        SubmissionProcessor processor = new SubmissionProcessor(paths, () -> checks, auditor, verdicts, (file, deployment) -> {
            deploy.expect(file, deployment);
            watcher.wake();
        });
        ProcessLock lock = new ProcessLock(paths.checking().resolve("lock"));
        IncomingFolder incoming = new IncomingFolder(paths.incoming(), () -> checks.settling(), lock, processor, pending);
        context.addBundleListener(listener);
        HomePermissions.findings(paths).forEach(LOG::warn);
        deploying = watcher.watch("deployed bundles", now -> look(deploy, now));
        watcher.watch("incoming bundles", incoming::look);
        watcher.watch("the audit log", now -> audit(auditor, lock));
    }

    private void look(DeployFolder deploy, long now) throws IOException, InterruptedException {
        Optional<String> open = HomePermissions.openToAll(paths.deploy());
        if (open.isPresent()) {
            throw new IOException(open.get());
        }
        deploy.look(now);
        // While nobody reviews, nothing is on standby; that decides nothing.
        if (status.isThere()) {
            deploy.decide();
        }
    }

    /** New settings hold for what is looked at from now on; what is being installed goes on. */
    @Modified
    void change(GateSettings settings) {
        checks = Checks.of(settings, paths, context);
    }

    @Deactivate
    void stop() throws InterruptedException {
        context.removeBundleListener(listener);
        installing.close();
        watcher.close();
        reviews.shutdownNow();
        hook.unregister();
        hiding.forEach(ServiceRegistration::unregister);
        status.close();
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
            deployer.removeAll();
        }
    }

    @Override
    public GateVerdict submit(Path jar, Duration patience) throws UnusableInputException, UnavailableException, IOException {
        return client.submit(jar, patience);
    }

    @Override
    public boolean awaitInstalled(Duration patience) throws InterruptedException {
        return deploying.awaitFirst(patience);
    }

    /** What is known only after a review, such as that a model is on standby, belongs into the audit log too. */
    private void review(Runnable review) {
        reviews.execute(() -> {
            review.run();
            changed.set(true);
        });
    }

    private void audit(DeploymentAuditor auditor, ProcessLock lock) throws IOException {
        if (changed.getAndSet(false)) {
            boolean done = false;
            try {
                done = lock.tryRun(auditor::bringUpToDate);
            } finally {
                if (!done) {
                    changed.set(true);
                }
            }
        }
    }
}
