package spine.io.dcm4che.net.internal.guard;

import java.io.Closeable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes the sockets whose peer is too slow. Safe for several threads. */
public final class Watchdog implements Closeable {
    private static final long ROUND_MILLIS = 100;

    private final Set<GuardedSocket> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dcm4che-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    public Watchdog() {
        rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(GuardedSocket socket) {
        watched.add(socket);
    }

    void forget(GuardedSocket socket) {
        watched.remove(socket);
    }

    /** For short tasks of an association, such as closing a connection a little later. */
    public ScheduledExecutorService timer() {
        return rounds;
    }

    private void round() {
        long now = System.nanoTime();
        watched.forEach(socket -> socket.closeIfOverdue(now));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
