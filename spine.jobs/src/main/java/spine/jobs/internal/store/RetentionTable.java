package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;

/** Studies that nobody works on any more. Within one transaction. */
public final class RetentionTable {
    private static final String ENDED = "(SELECT study FROM job GROUP BY study HAVING MAX(changed) < ?"
            + " AND SUM(CASE WHEN state IN ('DONE', 'FAILED', 'NEEDS_ATTENTION', 'CANCELLED') THEN 0 ELSE 1 END) = 0)";

    private final Sql sql;

    public RetentionTable(Sql sql) {
        this.sql = sql;
    }

    /** Studies of which no job has changed since a time, and all have ended. */
    public List<String> ended(long time, int limit) throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT uid FROM study WHERE uid IN " + ENDED + " ORDER BY uid LIMIT ?", time, limit);
    }

    /** Those of them whose files are still there. */
    public List<String> endedWithFiles(long time, int limit) throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT uid FROM study WHERE objects > 0 AND uid IN " + ENDED + " ORDER BY uid LIMIT ?",
                time, limit);
    }

    /** Whether the study is one of them. */
    public boolean hasEnded(String study, long time) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM study WHERE uid = ? AND uid IN " + ENDED, study, time) == 1;
    }
}
