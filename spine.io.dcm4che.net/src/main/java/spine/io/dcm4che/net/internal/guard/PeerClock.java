package spine.io.dcm4che.net.internal.guard;

import java.io.IOException;
import java.time.Duration;
import spine.io.dimse.NetworkException;
import spine.io.dimse.toolkit.PeerWords;

/**
 * The time that a peer has in one direction. Only what is waited for it is counted. One thread waits; any may give a new budget, also
 * while it waits.
 */
final class PeerClock {
    private long left;
    private long since;
    private boolean limited;
    private boolean waiting;
    private boolean overdue;

    /** Gives the peer a new budget in place of what is left of the last one. */
    synchronized void allow(Duration time) {
        left = time.toNanos();
        since = System.nanoTime();
        limited = true;
    }

    /** Nothing is expected of the peer. */
    synchronized void stop() {
        limited = false;
    }

    synchronized boolean isRunning() {
        return limited;
    }

    synchronized void begin() {
        since = System.nanoTime();
        waiting = true;
    }

    /** @throws NetworkException if the peer was too slow */
    synchronized void end() throws IOException {
        left -= System.nanoTime() - since;
        waiting = false;
        if (overdue) {
            throw new NetworkException(PeerWords.TOO_SLOW);
        }
    }

    /** Whether the peer is too slow by now. */
    synchronized boolean runsOut(long now) {
        overdue |= waiting && limited && now - since > left;
        return overdue;
    }
}
