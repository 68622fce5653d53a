package spine.deploy.internal.install;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts bundles and takes them out. A bundle is started for this run only: when the container comes up again, it is the
 * folder that says what is started, and not the framework, which would wait for each.
 */
public final class BundleLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BundleLifecycle.class);

    private final BundleContext context;
    private final int startLevel;
    private final Duration refreshing;
    private final Set<Bundle> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param startLevel of the bundles
     * @param refreshing how long to wait until those who used a bundle have let go of it
     */
    public BundleLifecycle(BundleContext context, int startLevel, Duration refreshing) {
        this.context = context;
        this.startLevel = startLevel;
        this.refreshing = refreshing;
    }

    /** @return whether it is up */
    boolean start(Bundle bundle) {
        if (bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.UNINSTALLED) {
            return false;
        }
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return true;
        }
        try {
            // Each time, because a process killed after the installation has not come to it.
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            waiting.remove(bundle);
            return true;
        } catch (BundleException | RuntimeException e) {
            // What it lacks may come with another file.
            if (waiting.add(bundle)) {
                LOG.error("{} {} does not start: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage(), e);
            }
            return false;
        }
    }

    /** Those that could not be started so far. */
    List<Bundle> waiting() {
        return List.copyOf(waiting);
    }

    void uninstall(List<Bundle> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        for (Bundle bundle : bundles) {
            try {
                waiting.remove(bundle);
                bundle.uninstall();
                LOG.info("{} {} is uninstalled", bundle.getSymbolicName(), bundle.getVersion());
            } catch (BundleException | RuntimeException e) {
                LOG.error("{} {} cannot be uninstalled: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage(), e);
            }
        }
        refresh(bundles);
    }

    private void refresh(List<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(refreshing.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} are still used by others", bundles);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
