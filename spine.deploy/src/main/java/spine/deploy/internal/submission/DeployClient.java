package spine.deploy.internal.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import spine.api.UnusableInputException;
import spine.api.service.GateVerdict;
import spine.api.service.UnavailableException;
import spine.common.digest.Sha256;
import spine.common.file.FileNames;
import spine.common.install.InstallPaths;
import spine.deploy.internal.HomeFolders;
import spine.deploy.internal.state.Deployment;

/**
 * Hands a bundle in through the same folder as everybody. If this process takes it from there, it completes the deployment
 * that is waited for; if another process of the same home does, it leaves a verdict in the {@link VerdictStore}.
 */
public final class DeployClient {
    private static final long POLL_MILLIS = 50;
    /** Bytes, so that there is room for what is put before and behind it. */
    private static final int LONGEST_NAME = 200;

    private final InstallPaths paths;
    private final PendingSubmissions pending;
    private final VerdictStore verdicts;
    private final Runnable wake;

    /** @param wake has somebody look into the folder soon */
    public DeployClient(InstallPaths paths, PendingSubmissions pending, VerdictStore verdicts, Runnable wake) {
        this.paths = paths;
        this.pending = pending;
        this.verdicts = verdicts;
        this.wake = wake;
    }

    /** See {@link spine.api.service.DeployGate#submit}. */
    public GateVerdict submit(Path jar, Duration patience) throws UnusableInputException, UnavailableException, IOException {
        if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
            throw new UnusableInputException(jar + " is not a readable file.");
        }
        String name = jar.getFileName().toString();
        if (!name.matches("[^.].*\\.jar")) {
            throw new UnusableInputException(jar + " does not end in .jar, as the file of a bundle must.");
        }
        HomeFolders.create(paths);
        Path handedIn = paths.incoming().resolve(name);
        if (Files.exists(handedIn)) {
            throw new UnusableInputException("Another file named " + name + " is still waiting in " + paths.incoming() + ".");
        }
        // A name of its own: another process may hand in the same file at the same moment.
        Path part = Files.createTempFile(paths.incoming(), "." + FileNames.shortened(name, LONGEST_NAME), ".part");
        Deployment deployment = pending.expect(handedIn);
        try {
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            String sha256 = Sha256.of(part);
            Optional<VerdictStore.Stored> before = verdicts.read(sha256);
            Files.move(part, handedIn, StandardCopyOption.ATOMIC_MOVE);
            wake.run();
            return await(deployment, sha256, before, patience).orElseThrow(() -> new UnavailableException("There is no verdict on "
                    + name + " within " + patience.toSeconds() + " s; it stays submitted, and the audit log will have the verdict."));
        } finally {
            pending.forget(handedIn, deployment);
            Files.deleteIfExists(part);
        }
    }

    private Optional<GateVerdict> await(Deployment deployment, String sha256, Optional<VerdictStore.Stored> before, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return Optional.of(deployment.verdict().get(POLL_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notHere) {
                Optional<VerdictStore.Stored> stored = verdicts.read(sha256);
                if (stored.isPresent() && !stored.equals(before)) {
                    return stored.map(VerdictStore.Stored::verdict);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a verdict never fails", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
