package spine.jobs.internal.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** A few connections, which are opened when they are needed and kept. One that the server has dropped is replaced. */
final class ConnectionPool implements Closeable {
    /** One for each thread that works for itself, and some for those who ask. A transaction takes milliseconds. */
    private static final int MOST = 10;
    private static final int PATIENCE_SECONDS = 30;
    private static final int ANSWER_SECONDS = 5;

    private final DataSource source;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Queue<PooledConnection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ConnectionPool(DataSource source) {
        this.source = source;
    }

    /** @return without auto-commit; to be given to {@link #giveBack} or {@link #drop} */
    PooledConnection take() throws SQLException {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("all " + MOST + " connections have been in use for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while it was waited for", e);
        }
        try {
            return valid();
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private PooledConnection valid() throws SQLException {
        if (closed) {
            throw new SQLException("it is closed");
        }
        for (PooledConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.connection().isValid(ANSWER_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        Connection fresh = source.getConnection();
        fresh.setAutoCommit(false);
        fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new PooledConnection(fresh);
    }

    /** @param connection without an open transaction */
    void giveBack(PooledConnection connection) {
        idle.add(connection);
        free.release();
        if (closed) {
            close();
        }
    }

    /** Instead of {@link #giveBack}, for one that failed. */
    void drop(PooledConnection connection) {
        connection.close();
        free.release();
    }

    @Override
    public void close() {
        closed = true;
        for (PooledConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }
}
