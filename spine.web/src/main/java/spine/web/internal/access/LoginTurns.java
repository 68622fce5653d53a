package spine.web.internal.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import spine.web.internal.http.Problem;

/** How many logins are worked on at the same time; the next ones wait for their turn. Safe for use by many threads. */
public final class LoginTurns {
    /** Each who waits takes a thread of the server, of which there are a hundred. */
    private static final int MOST_WAITING = 20;

    private final Semaphore turns;
    private final Duration patience;

    /** What finds out who somebody is. */
    @FunctionalInterface
    public interface Proof<T> {
        T find() throws Problem;
    }

    /** @param patience how long somebody waits at the most */
    public LoginTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws Problem that of the proof, or one if there are too many others */
    public <T> T inTurn(Proof<T> proof) throws Problem {
        if (!await()) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many logins at the same time; try again.", 1);
        }
        try {
            return proof.find();
        } finally {
            turns.release();
        }
    }

    private boolean await() {
        try {
            return turns.getQueueLength() < MOST_WAITING && turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
