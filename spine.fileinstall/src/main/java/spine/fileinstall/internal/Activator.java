package spine.fileinstall.internal;

import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Offers the installer to FileInstall, before any other. It needs no component runtime: what it installs may be one. */
@Header(name = "Bundle-Activator", value = "${@class}")
public final class Activator implements BundleActivator {
    /** Framework property, s. */
    private static final String PATIENCE = "spine.deploy.patience";
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);
    /** FileInstall's own property for the start level of what it installs. */
    private static final String START_LEVEL = "felix.fileinstall.start.level";
    private static final int BEFORE_OTHERS = 100;

    private Lanes lanes;

    @Override
    public void start(BundleContext context) {
        Duration patience = Optional.ofNullable(context.getProperty(PATIENCE)).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_PATIENCE);
        int startLevel = Optional.ofNullable(context.getProperty(START_LEVEL)).map(Integer::valueOf).orElse(1);
        lanes = new Lanes();
        context.registerService(ArtifactInstaller.class,
                new DeployInstaller(new DroppedBundles(context, startLevel, patience), lanes, patience),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, BEFORE_OTHERS)));
    }

    @Override
    public void stop(BundleContext context) {
        lanes.close();
    }
}
