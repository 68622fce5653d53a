package spine.deploy.internal.state;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.GateVerdict;

/** One content of one dropped file on its way from the folder to its end. Thread-safe. */
public final class Deployment {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

    private final Path file;
    private final CompletableFuture<GateVerdict> verdict = new CompletableFuture<>();
    private DeploymentState state;

    private Deployment(Path file, DeploymentState state) {
        this.file = file;
        this.state = state;
    }

    /** One that is about to be handed in. */
    public static Deployment expected(Path file) {
        return new Deployment(file, DeploymentState.EXPECTED);
    }

    /** One that lies in its folder. */
    public static Deployment seen(Path file) {
        return new Deployment(file, DeploymentState.SEEN);
    }

    public synchronized DeploymentState state() {
        return state;
    }

    /** @throws IllegalStateException if the state cannot follow the present one */
    public synchronized void advance(DeploymentState next) {
        if (!state.successors().contains(next)) {
            throw new IllegalStateException(file + " cannot become " + next + " after " + state);
        }
        LOG.debug("{}: {} after {}", file, next, state);
        state = next;
    }

    /**
     * Advances where the state can follow the present one, for those who may come too late.
     *
     * @return whether it has
     */
    public synchronized boolean tryAdvance(DeploymentState next) {
        boolean possible = state.successors().contains(next);
        if (possible) {
            advance(next);
        }
        return possible;
    }

    /** Accepts or rejects what was examined, and tells those who wait for it. */
    public void decide(GateVerdict decided) {
        advance(decided.accepted() ? DeploymentState.ACCEPTED : DeploymentState.REJECTED);
        verdict.complete(decided);
    }

    /** Completed by {@link #decide}; never, if another process decides. */
    public Future<GateVerdict> verdict() {
        return verdict;
    }

    @Override
    public String toString() {
        return file + " " + state();
    }
}
