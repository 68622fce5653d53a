package spine.deploy.internal.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.deploy.internal.install.BundleDeployer;
import spine.deploy.internal.install.KeyedSerialExecutor;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/**
 * Follows the deploy folder: what is new or changed is installed, what is gone is taken out. A bundle that hangs while it
 * starts or stops is waited for a little and then holds up itself, and nothing else that is dropped.
 */
public final class DeployFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
    /** What no file looks like: it was installed by an earlier process and is to be started. */
    private static final FileStamp EARLIER = new FileStamp(-1, null, null);

    private final Path folder;
    private final StableFileScanner scanner;
    private final BundleDeployer deployer;
    private final KeyedSerialExecutor work;
    private final Duration patience;
    private final Map<Path, Deployment> accepted = new ConcurrentHashMap<>();
    private final Map<Path, Deployment> arriving = new HashMap<>();
    private final Map<Path, FileStamp> installed = new HashMap<>();
    private boolean looked;

    /**
     * @param folder absolute and normalised
     * @param settle how long a file that is not a complete jar may still grow
     * @param work for each file by its name
     * @param patience how long to wait for one file before looking at others
     */
    public DeployFolder(Path folder, Supplier<Duration> settle, BundleDeployer deployer, KeyedSerialExecutor work, Duration patience) {
        this.folder = folder;
        this.scanner = new StableFileScanner(folder, settle);
        this.deployer = deployer;
        this.work = work;
        this.patience = patience;
    }

    /** Says that a file in the folder is there as a whole, because it has come through the gate. Any thread may call this. */
    public void expect(Path file, Deployment deployment) {
        accepted.put(file, deployment);
    }

    /** @param now nanoseconds since whenever */
    public void look(long now) throws IOException, InterruptedException {
        StableFileScanner.Scan scan = scanner.scan(now);
        if (!looked) {
            deployer.installedFiles().forEach(file -> installed.put(file, EARLIER));
            // What lay there before is not waited for, if it is whole.
            scan = scanner.scan(now);
            looked = true;
        }
        Map<Path, FileStamp> present = scan.present();
        for (Path gone : List.copyOf(installed.keySet()).stream().filter(file -> !present.containsKey(file)).sorted().toList()) {
            installed.remove(gone);
            run(gone, () -> deployer.remove(gone));
        }
        for (Path gone : arriving.keySet().stream().filter(file -> !present.containsKey(file)).toList()) {
            arriving.remove(gone).advance(DeploymentState.REMOVED);
        }
        for (Map.Entry<Path, FileStamp> file : present.entrySet()) {
            follow(file.getKey(), file.getValue(), scan.settled().contains(file.getKey()));
        }
    }

    /** Takes out what files were before whose present content was chosen since, in whichever process. */
    public void decide() throws InterruptedException {
        for (Path file : deployer.decidable()) {
            run(file, () -> deployer.decide(file));
        }
    }

    private void follow(Path file, FileStamp stamp, boolean settled) throws InterruptedException {
        Deployment checked = accepted.remove(file);
        if (stamp.equals(installed.get(file))) {
            return;
        }
        Deployment deployment = checked != null ? checked : arriving.computeIfAbsent(file, Deployment::seen);
        if (checked != null || settled) {
            arriving.remove(file);
            deployment.tryAdvance(DeploymentState.SETTLED);
            installed.put(file, stamp);
            run(file, () -> deployer.bring(file, deployment));
        }
    }

    private void run(Path file, Runnable task) throws InterruptedException {
        if (!work.run(file.getFileName().toString(), task, patience)) {
            LOG.error("{} was not started or stopped within {} s; it may hang. Other files do not wait for it.", file,
                    patience.toSeconds());
        }
    }
}
