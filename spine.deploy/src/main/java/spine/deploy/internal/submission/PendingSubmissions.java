package spine.deploy.internal.submission;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

/** What clients of this process hand in, so that they are told the verdict by whoever finds it in the folder. Thread-safe. */
public final class PendingSubmissions {
    private final Map<Path, Deployment> expected = new ConcurrentHashMap<>();

    /** @param handedIn where the file will lie in a moment */
    Deployment expect(Path handedIn) {
        Deployment deployment = Deployment.expected(handedIn);
        expected.put(handedIn, deployment);
        return deployment;
    }

    /** Nobody waits any more. */
    void forget(Path handedIn, Deployment deployment) {
        expected.remove(handedIn, deployment);
    }

    /** The deployment of a file that lies in the folder, whoever has put it there. */
    public Deployment arrived(Path file) {
        Deployment deployment = expected.remove(file);
        if (deployment == null) {
            return Deployment.seen(file);
        }
        deployment.advance(DeploymentState.SEEN);
        return deployment;
    }
}
