package spine.app.internal.launcher;

/** A service: the command that this process runs. */
public interface RunningCommand {

    /** Asks it to end, and gives it the time to remove what it has not finished: for which it needs a platform that runs. */
    void cancel();

    /** Whether the platform came up so far that the command was understood; what it then made of it is another matter. */
    boolean understood();
}
