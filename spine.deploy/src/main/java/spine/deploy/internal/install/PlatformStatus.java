package spine.deploy.internal.install;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import spine.api.service.DeploymentStatus;

/** What the platform says of a bundle, whenever there is somebody to say it. */
public final class PlatformStatus implements DeploymentStatus, AutoCloseable {
    private final ServiceTracker<DeploymentStatus, DeploymentStatus> services;

    public PlatformStatus(BundleContext context) {
        services = new ServiceTracker<>(context, DeploymentStatus.class, null);
        services.open();
    }

    /** Where nobody reviews, nothing is refused. */
    @Override
    public List<String> objections(long bundleId) throws InterruptedException {
        DeploymentStatus status = services.getService();
        return status == null ? List.of() : status.objections(bundleId);
    }

    @Override
    public List<String> standby(long bundleId) {
        DeploymentStatus status = services.getService();
        return status == null ? List.of() : status.standby(bundleId);
    }

    /** Whether there is somebody to say it. */
    public boolean isThere() {
        return services.getService() != null;
    }

    @Override
    public void close() {
        services.close();
    }
}
