package spine.api;

import java.util.concurrent.CancellationException;

/** Lets the one who started a piece of work stop it. Safe for use by many threads. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Asks the work to stop; it ends with a {@link CancellationException} soon after. Repeating it is harmless. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** To be called by the work between its steps. @throws CancellationException if it was cancelled */
    public void check() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }
}
