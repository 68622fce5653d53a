package spine.jobs.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements within one transaction. For one thread. */
public final class Sql {
    private final PooledConnection connection;
    private final String node;
    private boolean changed;
    private long now;

    Sql(PooledConnection connection, String node) {
        this.connection = connection;
        this.node = node;
    }

    /** Id of the node whose transaction this is. */
    public String node() {
        return node;
    }

    /** Makes a value of the row at which the result is. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows were changed */
    int update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepare(sql);
        set(statement, values);
        int rows = statement.executeUpdate();
        changed |= rows > 0;
        return rows;
    }

    /** @return the key {@code id} that the database has given to the row */
    long insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.connection().prepareStatement(sql, new String[] {"id"})) {
            set(statement, values);
            statement.executeUpdate();
            changed = true;
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    <T> List<T> list(Row<T> row, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepare(sql);
        set(statement, values);
        try (ResultSet result = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (result.next()) {
                all.add(row.of(result));
            }
            return all;
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, Object... values) throws SQLException {
        return list(row, sql, values).stream().findFirst();
    }

    long number(String sql, Object... values) throws SQLException {
        return first(row -> row.getLong(1), sql, values).orElse(0L);
    }

    /** One of those of a script, without values. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.connection().createStatement()) {
            statement.execute(sql);
            changed = true;
        }
    }

    /** Whether there is anything to commit. */
    boolean hasChanged() {
        return changed;
    }

    /** Time of the database, which all its processes have in common, as it was when it was first asked for; milliseconds since 1970. */
    public long now() throws SQLException {
        if (now == 0) {
            now = number("SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)");
        }
        return now;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
