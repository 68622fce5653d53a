package spine.jobs.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Transactions of one node on the database. Safe for use by many threads. */
public final class Database implements Closeable {
    /** Two transactions wanted the same rows, or made the same row, and this one lost: it can be repeated. */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "HYT00", "23505");
    private static final int ATTEMPTS = 10;
    private static final int PAUSE_MILLIS = 20;

    private final ConnectionPool connections;
    private final boolean embedded;
    private final String node;
    /**
     * Held by the transaction that changes an embedded database. H2 2.4 has lost an update of a row that other transactions held by FOR
     * UPDATE, once in tens of thousands of transactions of eight threads.
     */
    private final ReentrantLock writing = new ReentrantLock();

    private Database(DatabaseAddress address, String node) {
        this.node = node;
        this.connections = new ConnectionPool(address.source());
        this.embedded = address.embedded();
    }

    /**
     * Statements of one transaction, which may be run again if it fails.
     *
     * @param <E> what else it throws
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T on(Sql sql) throws SQLException, IOException, E;
    }

    /** The same without a result. */
    @FunctionalInterface
    public interface Change<E extends Exception> {
        void on(Sql sql) throws SQLException, IOException, E;
    }

    /**
     * @param node id of the node that opens it
     * @throws DatabaseException if it cannot be reached or opened, or is of a newer version
     */
    public static Database open(DatabaseAddress address, String node) throws IOException {
        return open(address, node, Schema.VERSION);
    }

    static Database open(DatabaseAddress address, String node, int version) throws IOException {
        Database database = new Database(address, node);
        try {
            database.change(sql -> {
                new Schema(version).bring(sql);
            });
            return database;
        } catch (IOException | RuntimeException e) {
            database.connections.close();
            throw e;
        }
    }

    /** Id of the node that has opened it. */
    public String node() {
        return node;
    }

    /** Whether no other process can use it. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** What the work returns. Nothing that it changes is kept. */
    public <T, E extends Exception> T read(Work<T, E> work) throws IOException, E {
        return run(work, false);
    }

    /** When it returns, what the work has changed is on the disk; if it throws, nothing was changed. */
    public <T, E extends Exception> T write(Work<T, E> work) throws IOException, E {
        return run(work, true);
    }

    /** The same without a result. */
    public <E extends Exception> void change(Change<E> work) throws IOException, E {
        run(sql -> {
            work.on(sql);
            return null;
        }, true);
    }

    private <T, E extends Exception> T run(Work<T, E> work, boolean commit) throws IOException, E {
        if (!embedded || !commit) {
            return repeat(work, commit);
        }
        writing.lock();
        try {
            return repeat(work, commit);
        } finally {
            writing.unlock();
        }
    }

    private <T, E extends Exception> T repeat(Work<T, E> work, boolean commit) throws IOException, E {
        for (int attempt = 1;; attempt++) {
            try {
                return once(work, commit);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !REPEATABLE.contains(String.valueOf(e.getSQLState()))) {
                    throw new DatabaseException(e);
                }
                pause(attempt);
            }
        }
    }

    private <T, E extends Exception> T once(Work<T, E> work, boolean commit) throws SQLException, IOException, E {
        PooledConnection pooled = connections.take();
        Connection connection = pooled.connection();
        boolean usable = false;
        try {
            Sql sql = new Sql(pooled, node);
            T result = work.on(sql);
            if (commit && sql.hasChanged()) {
                connection.commit();
                if (embedded) {
                    // H2 hands what was committed to the operating system, which does not survive a power cut.
                    sql.execute("CHECKPOINT SYNC");
                }
            }
            connection.rollback();
            usable = true;
            return result;
        } finally {
            if (usable || undone(connection)) {
                connections.giveBack(pooled);
            } else {
                connections.drop(pooled);
            }
        }
    }

    private static boolean undone(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException lost) {
            return false;
        }
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep((long) PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(e);
        }
    }

    /** Nobody may use it any more. */
    @Override
    public void close() throws IOException {
        if (embedded) {
            try {
                once(sql -> {
                    sql.execute("SHUTDOWN");
                    return null;
                }, false);
            } catch (SQLException closedByThat) {
                // The statement closes its own connection.
            }
        }
        connections.close();
    }
}
