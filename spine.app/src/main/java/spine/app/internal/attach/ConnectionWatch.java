package spine.app.internal.attach;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose other end has sent nothing, or taken nothing of what is sent to it, for too long: a process that is stopped or
 * hangs does not end its connections.
 */
public final class ConnectionWatch implements AutoCloseable {
    /** How often a server says that it lives. */
    public static final Duration PERIOD = Duration.ofSeconds(5);
    /** A busy machine may be late. */
    private static final Duration PATIENCE = PERIOD.multipliedBy(6);
    private static final long CHECK_MILLIS = 500;

    private final FrameChannel channel;
    private final long patienceNanos;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "attach-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long heardAt = System.nanoTime();
    private long checkedAt = System.nanoTime();
    private volatile boolean mustBeHeard = true;
    private volatile boolean expired;

    /** Watches from now on. */
    public ConnectionWatch(FrameChannel channel) {
        this(channel, PATIENCE);
    }

    ConnectionWatch(FrameChannel channel, Duration patience) {
        this.channel = channel;
        this.patienceNanos = patience.toNanos();
        clock.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The other end has sent something. */
    public void heard() {
        heardAt = System.nanoTime();
    }

    /** From now on the other end may be silent; that it takes what is sent is still watched. */
    public void allowSilence() {
        mustBeHeard = false;
    }

    /** Whether this has closed the connection. */
    public boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void check() {
        long now = System.nanoTime();
        if (now - checkedAt > PERIOD.toNanos()) {
            // This process was itself stopped, and what was sent meanwhile is still to be read.
            heardAt = now;
        }
        checkedAt = now;
        boolean silent = mustBeHeard && now - heardAt > patienceNanos;
        if (silent || channel.stalledNanos() > patienceNanos) {
            expired = true;
            try {
                channel.close();
            } catch (IOException e) {
                // Whoever uses it notices.
            }
        }
    }
}
