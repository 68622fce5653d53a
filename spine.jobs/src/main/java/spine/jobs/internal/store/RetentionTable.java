package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;

/** Studies that nobody works on any more. Within one transaction. */
public final class RetentionTable {
    private static final String FILES = "SELECT 1 FROM instance i WHERE i.study = study.uid AND i.file <> '' AND i.node ";
    private static final String RESULTS = "SELECT 1 FROM job j WHERE j.study = study.uid AND j.node <> '' AND j.node ";
    private static final String ENDED = "(SELECT study FROM job GROUP BY study HAVING MAX(changed) < ?"
            + " AND SUM(CASE WHEN state IN ('DONE', 'FAILED', 'NEEDS_ATTENTION', 'CANCELLED') THEN 0 ELSE 1 END) = 0)";

    private final Sql sql;

    public RetentionTable(Sql sql) {
        this.sql = sql;
    }

    /** Studies of which no job has changed since a time, and all have ended, and of which this node keeps something, or none does. */
    public List<String> ended(long time, int limit) throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT uid FROM study WHERE uid IN " + ENDED + " AND (EXISTS (" + FILES + "= ?)"
                + " OR EXISTS (" + RESULTS + "= ?) OR NOT EXISTS (" + FILES + "<> ?) AND NOT EXISTS (" + RESULTS + "<> ?))"
                + " ORDER BY uid LIMIT ?", time, sql.node(), sql.node(), sql.node(), sql.node(), limit);
    }

    /** Those of them whose files are still at this node. */
    public List<String> endedWithFiles(long time, int limit) throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT uid FROM study WHERE objects > 0 AND uid IN " + ENDED + " AND EXISTS (" + FILES
                + "= ?) ORDER BY uid LIMIT ?", time, sql.node(), limit);
    }

    /** Notes that this node keeps nothing of the study any more. @return whether another one does */
    public boolean leave(String study) throws SQLException {
        new InstanceTable(sql).removeFiles(study);
        sql.update("UPDATE job SET node = '' WHERE study = ? AND node = ?", study, sql.node());
        return sql.number("SELECT COUNT(*) FROM study WHERE uid = ? AND (EXISTS (" + FILES + "<> ?) OR EXISTS (" + RESULTS + "<> ?))",
                study, sql.node(), sql.node()) > 0;
    }

    /** Whether the study is one of them. */
    public boolean hasEnded(String study, long time) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM study WHERE uid = ? AND uid IN " + ENDED, study, time) == 1;
    }
}
