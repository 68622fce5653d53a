package spine.jobs.internal.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A connection, with the statements that it was asked for lately: the parsing of one takes as long as what it does. For one thread. */
final class PooledConnection implements Closeable {
    private static final int MOST = 64;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparedStatement> eldest) {
            if (size() > MOST) {
                closeQuietly(eldest.getValue());
                return true;
            }
            return false;
        }
    };

    PooledConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** @return without values; to be used to its end before the same is asked for again, and not closed */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(AutoCloseable lostAnyway) {
        try {
            lostAnyway.close();
        } catch (Exception nobodyUsesItAnyMore) {
            // Such as a connection that the server has dropped.
        }
    }
}
