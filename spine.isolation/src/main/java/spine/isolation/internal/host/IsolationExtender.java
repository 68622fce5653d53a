package spine.isolation.internal.host;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import spine.api.service.EffectiveSettings;
import spine.common.bundle.IsolatedBundle;
import spine.common.install.InstallPaths;
import spine.isolation.internal.process.ProcessLimits;

/**
 * Runs the code of every started bundle with the header {@code Spine-Isolated} in a process of its own, for as long as it is started, and
 * offers the indices and models that are there in the bundle's name.
 */
@Component(immediate = true, configurationPid = {IsolatedBundle.PID + ".defaults", IsolatedBundle.PID})
@Capability(namespace = "osgi.extender", name = IsolatedBundle.EXTENDER, version = "1.0.0")
@Capability(namespace = EffectiveSettings.OPERATION, name = IsolatedBundle.PID)
public final class IsolationExtender implements ConfigurationListener {
    private final ConfigurationAdmin configurations;
    private final Workspace workspace;
    private final Set<HostedBundle> hosted = ConcurrentHashMap.newKeySet();
    private final BundleTracker<HostedBundle> tracker;
    private volatile ProcessLimits limits;

    @Activate
    public IsolationExtender(BundleContext context, IsolationSettings settings, @Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        this.limits = limits(settings);
        this.workspace = new Workspace(context, InstallPaths.of(context::getProperty).isolation());
        this.tracker = new IsolatedBundles(context);
    }

    @Activate
    void open() {
        tracker.open();
    }

    /** New limits hold for what is asked from now on, that of memory for processes that are started from now on. */
    @Modified
    void change(IsolationSettings settings) {
        limits = limits(settings);
    }

    @Deactivate
    void close() {
        tracker.close();
        workspace.close();
    }

    /** A process knows the settings of its bundle as they were when it started, so it is replaced. */
    @Override
    public void configurationEvent(ConfigurationEvent event) {
        hosted.forEach(bundle -> bundle.configured(event.getPid()));
    }

    private static ProcessLimits limits(IsolationSettings settings) {
        return new ProcessLimits(settings.memory_megabytes(), Duration.ofSeconds(settings.start_seconds()),
                Duration.ofSeconds(settings.index_seconds()), Duration.ofSeconds(settings.segmentation_seconds()));
    }

    private final class IsolatedBundles extends BundleTracker<HostedBundle> {

        IsolatedBundles(BundleContext context) {
            super(context, Bundle.ACTIVE, null);
        }

        @Override
        public HostedBundle addingBundle(Bundle bundle, BundleEvent event) {
            if (bundle.getHeaders("").get(IsolatedBundle.HEADER) == null) {
                return null;
            }
            HostedBundle host = HostedBundle.start(bundle, workspace, () -> limits, configurations);
            hosted.add(host);
            return host;
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, HostedBundle host) {
            hosted.remove(host);
            host.close();
        }
    }
}
