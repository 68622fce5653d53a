package spine.io.dimse.internal.connection;

import java.io.Closeable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose peer lets them wait for too long. Time limits of sockets would not do: they start again with every byte, do not
 * cover writing, and know nothing of TLS.
 */
public final class Watchdog implements Closeable {
    private static final long ROUND_MILLIS = 100;

    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dicom-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    public Watchdog() {
        rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    void watch(Connection connection) {
        watched.add(connection);
    }

    void forget(Connection connection) {
        watched.remove(connection);
    }

    private void round() {
        long now = System.nanoTime();
        watched.forEach(connection -> connection.closeIfOverdue(now));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
