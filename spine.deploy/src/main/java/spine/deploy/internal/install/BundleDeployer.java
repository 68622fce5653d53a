package spine.deploy.internal.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.DeploymentStatus;
import spine.deploy.internal.BundleLocation;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/**
 * Installs files as bundles and takes them out again. A file with another content becomes another bundle, beside the one it
 * was before. Several threads may work on several files, and one on each.
 */
public final class BundleDeployer implements CollisionHook {
    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployer.class);

    private final BundleContext context;
    private final BundleLifecycle lifecycle;
    private final BundleReplacement replacement;
    private final DuplicateBundles duplicates;
    private final Set<Bundle> followed = ConcurrentHashMap.newKeySet();

    /**
     * @param status of what a bundle offers
     * @param reviews runs what waits for it where nothing depends on it
     * @param duplicates hears of files that are not taken because of their name and version
     */
    public BundleDeployer(BundleContext context, BundleLifecycle lifecycle, DeploymentStatus status, Executor reviews,
            DuplicateBundles duplicates) {
        this.duplicates = duplicates;
        this.context = context;
        this.lifecycle = lifecycle;
        this.replacement = new BundleReplacement(context, lifecycle, status, reviews);
    }

    /**
     * Installs the file as it is now, and starts it.
     *
     * @param deployment of this content
     */
    public void bring(Path file, Deployment deployment) {
        deployment.advance(DeploymentState.INSTALLING);
        List<Bundle> before = replacement.madeOf(BundleLocation.prefix(file));
        duplicates.remove(file);
        try {
            byte[] jar = Files.readAllBytes(file);
            String location = BundleLocation.of(file, jar);
            // After a restart they are down, whether or not this is what the file was the last time.
            before.stream().filter(bundle -> !bundle.getLocation().equals(location)).forEach(lifecycle::start);
            Bundle present = context.getBundle(location);
            replacement.settle(present != null ? present : install(file, location, jar, before), deployment);
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} is not installed{}: {}", file, before.isEmpty() ? "" : ", its previous content stays", e.getMessage(), e);
            deployment.tryAdvance(DeploymentState.REFUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes out what a file was. */
    public void remove(Path file) {
        duplicates.remove(file);
        replacement.uninstall(replacement.madeOf(BundleLocation.prefix(file)));
    }

    /**
     * The files of a folder that are installed; some may be gone since.
     *
     * @param folder absolute and normalised
     */
    public Set<Path> installedFrom(Path folder) {
        return Arrays.stream(context.getBundles()).map(Bundle::getLocation).filter(BundleLocation::hasDigest).map(BundleLocation::file)
                .flatMap(Optional::stream).filter(file -> folder.equals(file.getParent())).collect(Collectors.toSet());
    }

    /** A new content may have the name and version of the one it follows. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        if (operation == INSTALLING && target.equals(context.getBundle())) {
            candidates.removeAll(followed);
        }
    }

    private Bundle install(Path file, String location, byte[] jar, List<Bundle> before) throws BundleException {
        followed.addAll(before);
        try {
            Bundle bundle = context.installBundle(location, new ByteArrayInputStream(jar));
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                throw new BundleException("it has no Bundle-SymbolicName, so it is not a bundle");
            }
            LOG.info("{} is installed: {} {}", file, bundle.getSymbolicName(), bundle.getVersion());
            return bundle;
        } catch (BundleException e) {
            if (e.getType() != BundleException.DUPLICATE_BUNDLE_ERROR) {
                throw e;
            }
            throw new BundleException(duplicates.add(file, jar), e.getType(), e);
        } finally {
            followed.removeAll(before);
        }
    }
}
