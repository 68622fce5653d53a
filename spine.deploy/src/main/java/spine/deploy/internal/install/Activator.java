package spine.deploy.internal.install;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.util.tracker.ServiceTracker;

import spine.api.service.DeploymentStatus;

/** Offers the installer to FileInstall, before any other. It needs no component runtime: what it installs may be one. */
@Header(name = "Bundle-Activator", value = "${@class}")
public final class Activator implements BundleActivator {
    /** Framework property, s. */
    private static final String PATIENCE = "spine.deploy.patience";
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);
    /** FileInstall's own property for the folder it watches. */
    private static final String FOLDER = "felix.fileinstall.dir";
    /** FileInstall's own property for the start level of what it installs. */
    private static final String START_LEVEL = "felix.fileinstall.start.level";
    private static final int BEFORE_OTHERS = 100;

    private KeyedSerialExecutor lanes;
    private ServiceTracker<DeploymentStatus, DeploymentStatus> reviews;

    @Override
    public void start(BundleContext context) {
        Duration patience = Optional.ofNullable(context.getProperty(PATIENCE)).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_PATIENCE);
        int startLevel = Optional.ofNullable(context.getProperty(START_LEVEL)).map(Integer::valueOf).orElseGet(() -> usual(context));
        lanes = new KeyedSerialExecutor();
        reviews = new ServiceTracker<>(context, DeploymentStatus.class, null);
        reviews.open();
        BundleDeployer bundles = new BundleDeployer(context, new BundleLifecycle(context, startLevel, patience), this::objections);
        context.registerService(CollisionHook.class, bundles, null);
        context.registerService(ArtifactInstaller.class, new DeployInstaller(paths(context), bundles, lanes, patience),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, BEFORE_OTHERS)));
    }

    @Override
    public void stop(BundleContext context) {
        lanes.close();
        reviews.close();
    }

    /** The folder of this installation, and the one that FileInstall is told to watch besides. */
    private static Set<Path> paths(BundleContext context) {
        Path home = Path.of(Optional.ofNullable(context.getProperty("spine.home")).orElse(".spine"));
        return Stream.of(home.resolve("deploy").toString(), Optional.ofNullable(context.getProperty(FOLDER)).orElse(""))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder).toAbsolutePath().normalize()).collect(Collectors.toSet());
    }

    private static int usual(BundleContext context) {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class).getInitialBundleStartLevel();
    }

    /** Where nobody reviews, nothing is refused. */
    private List<String> objections(long bundleId) throws InterruptedException {
        DeploymentStatus review = reviews.getService();
        return review == null ? List.of() : review.objections(bundleId);
    }
}
