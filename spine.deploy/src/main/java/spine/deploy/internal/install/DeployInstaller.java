package spine.deploy.internal.install;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.apache.felix.fileinstall.ArtifactInstaller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does for FileInstall what FileInstall finds to do, each file on a thread of its own: a bundle that hangs while it starts
 * or stops holds up itself, and nothing else that is dropped.
 */
final class DeployInstaller implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(DeployInstaller.class);

    private final Set<Path> paths;
    private final BundleDeployer bundles;
    private final KeyedSerialExecutor lanes;
    private final Duration patience;

    /**
     * @param paths whose files these are; a container may have FileInstall watch others too
     * @param patience how long FileInstall waits for one file before it looks at others
     */
    DeployInstaller(Set<Path> paths, BundleDeployer bundles, KeyedSerialExecutor lanes, Duration patience) {
        this.paths = paths;
        this.bundles = bundles;
        this.lanes = lanes;
        this.patience = patience;
    }

    /** By name only, because it must be known of a file that is gone too. */
    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar") && paths.contains(file.toPath().toAbsolutePath().normalize().getParent());
    }

    @Override
    public void install(File file) throws InterruptedException {
        run(file, () -> bundles.bring(file));
    }

    @Override
    public void update(File file) throws InterruptedException {
        run(file, () -> bundles.bring(file));
    }

    @Override
    public void uninstall(File file) throws InterruptedException {
        run(file, () -> bundles.remove(file));
    }

    private void run(File file, Runnable work) throws InterruptedException {
        if (!lanes.run(file.getName(), work, patience)) {
            LOG.error("{} has not come up or gone within {} s; it may hang. Other files do not wait for it.", file, patience.toSeconds());
        }
    }
}
