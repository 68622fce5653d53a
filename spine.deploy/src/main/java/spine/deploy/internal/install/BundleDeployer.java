package spine.deploy.internal.install;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
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
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.deploy.internal.BundleLocation;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.isolation.IsolationMode;
import spine.deploy.internal.isolation.StandIn;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/**
 * Installs files as bundles and takes them out again. A file with another content becomes another bundle, beside the one it
 * was before. Several threads may work on several files, and one on each.
 */
public final class BundleDeployer implements CollisionHook {
    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployer.class);

    /** Bytes of a jar, which is held in memory while it is installed; the whole run set has 160 MB. */
    private static final int LONGEST = 512 << 20;

    private final BundleContext context;
    private final BundleLifecycle lifecycle;
    private final BundleReplacement replacement;
    private final RefusedFiles refused;
    private final FrameworkView framework;
    private final IsolationMode isolation;
    private final Set<Bundle> followed = ConcurrentHashMap.newKeySet();

    /**
     * @param status of what a bundle offers
     * @param reviews runs what waits for it where nothing depends on it
     * @param refused hears of files that are not taken because of their name, their version or what they export
     * @param framework whose packages nobody else exports
     * @param isolation whether indices and models are installed without their code
     */
    public BundleDeployer(BundleContext context, BundleLifecycle lifecycle, DeploymentStatus status, Executor reviews,
            RefusedFiles refused, FrameworkView framework, IsolationMode isolation) {
        this.refused = refused;
        this.framework = framework;
        this.isolation = isolation;
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
        // Of a time when foreign code ran elsewhere; it must not run there now, not even until something else serves.
        replacement.uninstall(replacement.madeOf(BundleLocation.prefix(file)).stream()
                .filter(bundle -> StandIn.isMisplaced(bundle, isolation.isolating())).toList());
        List<Bundle> before = replacement.madeOf(BundleLocation.prefix(file));
        refused.remove(file);
        try {
            byte[] jar = BoundedFile.regular(file, LONGEST);
            String location = BundleLocation.of(file, jar);
            // After a restart they are down, whether or not this is what the file was the last time.
            before.stream().filter(bundle -> !bundle.getLocation().equals(location)).forEach(lifecycle::start);
            Bundle present = context.getBundle(location);
            replacement.settle(present != null ? present : install(file, location, jar, before), deployment);
        } catch (IOException | BundleException | RuntimeException e) {
            LOG.error("{} is not installed{}: {}", file, before.isEmpty() ? "" : ", its previous content stays",
                    e instanceof IOException failure ? FileFailure.reason(failure) : e.getMessage(), e);
            deployment.tryAdvance(DeploymentState.REFUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The files whose present content was on standby beside the one before, and can be decided on now; does not wait. */
    public Set<Path> decidable() {
        return replacement.decidable();
    }

    /** Takes out what a file was before, if the platform uses its present content by now. */
    public void decide(Path file) {
        try {
            replacement.decide(BundleLocation.prefix(file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes out what a file was. */
    public void remove(Path file) {
        refused.remove(file);
        replacement.uninstall(replacement.madeOf(BundleLocation.prefix(file)));
    }

    /**
     * Takes out everything that was installed from the deploy folder, without waiting for who used it: to be called when the framework
     * stops and all of it is down. So the platform finds only its own bundles when it comes up again.
     */
    public void removeAll() {
        for (Bundle bundle : installed()) {
            try {
                bundle.uninstall();
            } catch (BundleException | RuntimeException e) {
                LOG.warn("{} stays installed", bundle, e);
            }
        }
    }

    /** The files that are installed; some may be gone since. */
    public Set<Path> installedFiles() {
        return installed().stream().map(bundle -> BundleLocation.file(bundle.getLocation()).orElseThrow()).collect(Collectors.toSet());
    }

    /** What a person installed by another way has no digest in its location. */
    private List<Bundle> installed() {
        return framework.deployed().stream().filter(bundle -> BundleLocation.hasDigest(bundle.getLocation())).toList();
    }

    /** A new content may have the name and version of the one it follows. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        if (operation == INSTALLING && target.equals(context.getBundle())) {
            candidates.removeAll(followed);
        }
    }

    private Bundle install(Path file, String location, byte[] jar, List<Bundle> before) throws BundleException, IOException {
        followed.addAll(before);
        try {
            Optional<byte[]> standIn = isolation.isolating() ? StandIn.of(jar) : Optional.empty();
            Bundle bundle = context.installBundle(location, new ByteArrayInputStream(standIn.orElse(jar)));
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                throw new BundleException("it has no Bundle-SymbolicName, so it is not a bundle");
            }
            Optional<String> taken = framework.platformPackages().among(FrameworkView.exported(bundle));
            if (taken.isPresent()) {
                bundle.uninstall();
                String why = "it exports the package " + taken.get() + ", which is the platform's to export";
                refused.add(file, jar, why);
                throw new BundleException(why);
            }
            LOG.info("{} is installed: {} {}{}", file, bundle.getSymbolicName(), bundle.getVersion(),
                    standIn.isPresent() ? ", to run in a process of its own" : "");
            return bundle;
        } catch (BundleException e) {
            if (e.getType() != BundleException.DUPLICATE_BUNDLE_ERROR) {
                throw e;
            }
            refused.add(file, jar, RefusedFiles.DUPLICATE);
            throw new BundleException(RefusedFiles.DUPLICATE, e.getType(), e);
        } finally {
            followed.removeAll(before);
        }
    }
}
