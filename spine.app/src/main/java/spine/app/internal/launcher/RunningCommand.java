package spine.app.internal.launcher;

import java.util.OptionalInt;

/** A service: the command that this process runs. */
public interface RunningCommand {

    /** What it returned, with which the process is to end; empty as long as it has not ended. */
    OptionalInt exitCode();

    /** Tells the user one sentence on why the process ends. */
    void complain(String sentence);

    /** Asks it to end, and gives it the time to remove what it has not finished: for which it needs a platform that runs. */
    void cancel();

    /** Whether the platform came up so far that the command was understood; what it then made of it is another matter. */
    boolean understood();
}
