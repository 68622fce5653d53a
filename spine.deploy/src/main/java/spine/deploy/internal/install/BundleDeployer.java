package spine.deploy.internal.install;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.service.DeploymentStatus;
import spine.deploy.internal.BundleLocation;

/**
 * Brings files into the container and takes them out. A file with another content becomes another bundle, beside the one it
 * was before; that goes when the platform uses what the new one offers, and serves on when the platform refuses it.
 */
final class BundleDeployer implements CollisionHook {
    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployer.class);

    private final BundleContext context;
    private final BundleLifecycle runner;
    private final DeploymentStatus review;
    private final Set<Bundle> followed = ConcurrentHashMap.newKeySet();

    /** @param review of what a bundle offers */
    BundleDeployer(BundleContext context, BundleLifecycle runner, DeploymentStatus review) {
        this.context = context;
        this.runner = runner;
        this.review = review;
    }

    /** Installs the file as it is now, and starts it. */
    void bring(File file) {
        List<Bundle> before = madeOf(BundleLocation.path(file));
        try {
            byte[] jar = Files.readAllBytes(file.toPath());
            String location = new BundleLocation(file, jar).location();
            // After a restart they are down, whether or not this is what the file was the last time.
            before.stream().filter(bundle -> !bundle.getLocation().equals(location)).forEach(runner::start);
            Bundle bundle = context.getBundle(location);
            settle(bundle != null ? bundle : install(file, location, jar, before));
            for (Bundle other : runner.waiting()) {
                settle(other);
            }
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} is not installed{}: {}", file, before.isEmpty() ? "" : ", what it was before stays", e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void remove(File file) {
        runner.uninstall(madeOf(BundleLocation.path(file)));
    }

    /** A new content may have the name and version of the one it follows. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        if (operation == INSTALLING && target.equals(context.getBundle())) {
            candidates.removeAll(followed);
        }
    }

    private Bundle install(File file, String location, byte[] jar, List<Bundle> before) throws BundleException {
        followed.addAll(before);
        try {
            Bundle bundle = context.installBundle(location, new ByteArrayInputStream(jar));
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                throw new BundleException("it has no Bundle-SymbolicName, so it is no bundle");
            }
            LOG.info("{} is installed: {} {}", file, bundle.getSymbolicName(), bundle.getVersion());
            return bundle;
        } finally {
            followed.removeAll(before);
        }
    }

    /** Starts a bundle and decides between it and what its file was before. */
    private void settle(Bundle bundle) throws InterruptedException {
        List<Bundle> waiting = runner.waiting();
        // What never came up is of no use, and of a singleton the framework takes only one.
        runner.uninstall(others(bundle).stream().filter(other -> isSingleton(bundle) || waiting.contains(other)).toList());
        List<Bundle> others = others(bundle);
        if (!runner.start(bundle) || others.isEmpty()) {
            return;
        }
        List<String> objections = review.objections(bundle.getBundleId());
        if (objections.isEmpty()) {
            runner.uninstall(others);
        } else {
            LOG.error("{} {} takes nobody's place, what its file was before stays. {}", bundle.getSymbolicName(), bundle.getVersion(),
                    String.join(" ", objections));
            for (Bundle other : others) {
                if (!review.objections(other.getBundleId()).isEmpty()) {
                    runner.uninstall(List.of(other));
                }
            }
        }
    }

    private List<Bundle> others(Bundle bundle) {
        return madeOf(BundleLocation.path(bundle.getLocation())).stream().filter(other -> !other.equals(bundle)).toList();
    }

    /** @param path as {@link BundleLocation} writes it */
    private List<Bundle> madeOf(String path) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith(path)).toList();
    }

    private static boolean isSingleton(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.BUNDLE_SYMBOLICNAME).replace(" ", "").contains(Constants.SINGLETON_DIRECTIVE + ":=true");
    }
}
