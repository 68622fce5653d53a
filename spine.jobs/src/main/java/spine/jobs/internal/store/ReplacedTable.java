package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;

/** The table {@code job}, for results of this node in whose place those of other nodes came. Within one transaction. */
public final class ReplacedTable {
    private static final String REPLACED = "FROM job WHERE node = ? AND scored > 0 AND replaced AND EXISTS (SELECT 1 FROM job newer WHERE"
            + " newer.study = job.study AND newer.scored > 0 AND NOT newer.replaced AND newer.node <> ?)";

    private final Sql sql;

    public ReplacedTable(Sql sql) {
        this.sql = sql;
    }

    /** UIDs of their studies, in order. */
    public List<String> studies() throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT DISTINCT study " + REPLACED + " ORDER BY study", sql.node(), sql.node());
    }

    /** Whether the study is one of them. */
    public boolean has(String study) throws SQLException {
        return sql.number("SELECT COUNT(*) " + REPLACED + " AND study = ?", sql.node(), sql.node(), study) > 0;
    }

    /** Notes that nobody keeps them any more. */
    public void leave(String study) throws SQLException {
        sql.update("UPDATE job SET node = '' WHERE study = ? AND node = ? AND scored > 0 AND replaced", study, sql.node());
    }
}
