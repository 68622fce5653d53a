package spine.deploy.internal.state;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where one content of one dropped file stands. A file in the folder of incoming ones goes through all states up to a verdict;
 * one in the deploy folder begins there with {@link #SEEN} and goes from {@link #SETTLED} to {@link #INSTALLING}. A new content
 * of the same file begins anew, while the one before may still serve.
 */
public enum DeploymentState {
    /** A client in this process is about to hand it in. */
    EXPECTED,
    /** It lies in a folder and may still grow. */
    SEEN,
    /** It is there as a whole. */
    SETTLED,
    /** The gate has looked at it. */
    EXAMINED,
    /** It has passed and lies in the deploy folder. */
    ACCEPTED,
    /** It has not passed and lies in the quarantine. */
    REJECTED,
    /** Its bundle is being installed and started. */
    INSTALLING,
    /** Its bundle runs, and the platform refuses nothing that it offers. */
    SERVING,
    /** It is no bundle, its bundle does not start, or the platform refuses what it offers; what the file was before serves on. */
    REFUSED,
    /** It is gone from its folder, or its bundle from the framework. */
    REMOVED;

    /** The states that may come next; none after the last one. */
    public Set<DeploymentState> successors() {
        return switch (this) {
            case EXPECTED -> EnumSet.of(SEEN);
            case SEEN -> EnumSet.of(SETTLED, REMOVED);
            case SETTLED -> EnumSet.of(EXAMINED, INSTALLING, REMOVED);
            case EXAMINED -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED -> EnumSet.of(INSTALLING, REMOVED);
            // What a bundle lacks may come later, with another one.
            case INSTALLING -> EnumSet.of(SERVING, REFUSED, REMOVED);
            case REFUSED -> EnumSet.of(SERVING, REMOVED);
            case SERVING -> EnumSet.of(REMOVED);
            case REJECTED, REMOVED -> EnumSet.noneOf(DeploymentState.class);
        };
    }
}
