package spine.fileinstall.internal;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
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
 * Brings files into the container and takes them out. A bundle is started for this run only: when the container comes up
 * again, it is the folder that says what is started, and not the framework, which would wait for each.
 */
final class DroppedBundles {
    private static final Logger LOG = LoggerFactory.getLogger(DroppedBundles.class);

    private final BundleContext context;
    private final int startLevel;
    private final Duration refreshing;
    private final Digests digests;
    private final Set<Bundle> waiting = ConcurrentHashMap.newKeySet();

    /**
     * @param startLevel of the bundles
     * @param refreshing how long to wait until those who used a bundle have let go of it
     */
    DroppedBundles(BundleContext context, int startLevel, Duration refreshing) {
        this.context = context;
        this.startLevel = startLevel;
        this.refreshing = refreshing;
        this.digests = new Digests(context);
    }

    /** Installs the file, or updates its bundle if the file is another, and starts it. */
    void bring(File file) {
        try {
            byte[] jar = Files.readAllBytes(file.toPath());
            Bundle bundle = context.getBundle(location(file));
            if (bundle == null) {
                bundle = install(file, jar);
            } else if (!digests.isOf(bundle, jar)) {
                update(bundle, file, jar);
            }
            digests.note(bundle, jar);
            start(bundle);
            List.copyOf(waiting).forEach(this::start);
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} is not installed: {}", file, e.getMessage(), e);
        }
    }

    void remove(File file) {
        Bundle bundle = context.getBundle(location(file));
        if (bundle == null) {
            return;
        }
        try {
            waiting.remove(bundle);
            bundle.uninstall();
            digests.forget(bundle);
            refresh(bundle);
            LOG.info("{} is uninstalled", file);
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} cannot be uninstalled: {}", file, e.getMessage(), e);
        }
    }

    private Bundle install(File file, byte[] jar) throws BundleException {
        Bundle bundle = context.installBundle(location(file), new ByteArrayInputStream(jar));
        LOG.info("{} is installed: {} {}", file, bundle.getSymbolicName(), bundle.getVersion());
        return bundle;
    }

    private void update(Bundle bundle, File file, byte[] jar) throws BundleException {
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update(new ByteArrayInputStream(jar));
        refresh(bundle);
        LOG.info("{} is updated: {} {}", file, bundle.getSymbolicName(), bundle.getVersion());
    }

    private void start(Bundle bundle) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        if (fragment || bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        try {
            // Each time, because a process killed after the installation has not come to it.
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            waiting.remove(bundle);
        } catch (BundleException | RuntimeException e) {
            // What it lacks may come with another file.
            if (waiting.add(bundle)) {
                LOG.error("{} {} does not start: {}", bundle.getSymbolicName(), bundle.getVersion(), e.getMessage(), e);
            }
        }
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(refreshing.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} is still used by others", bundle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As FileInstall writes it, so that it knows its bundles again. */
    private static String location(File file) {
        return file.toURI().normalize().toString();
    }
}
