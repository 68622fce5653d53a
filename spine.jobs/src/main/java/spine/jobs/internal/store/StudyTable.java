package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code study}: how much is kept of each. Within one transaction. */
public final class StudyTable {
    private final Sql sql;

    public StudyTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * How much of a study is kept.
     *
     * @param bytes of all objects
     * @param objects number of them
     */
    public record Size(long bytes, int objects) {
    }

    /** Makes the study, unless it is there; no other transaction that does so can change anything of it until this one has ended. */
    public Size hold(String uid) throws SQLException {
        Optional<Size> there = held(uid);
        if (there.isPresent()) {
            return there.get();
        }
        sql.update("INSERT INTO study (uid, bytes, objects) VALUES (?, 0, 0) ON CONFLICT DO NOTHING", uid);
        return held(uid).orElseThrow(() -> new SQLException("study " + uid + " was just removed", "40001"));
    }

    private Optional<Size> held(String uid) throws SQLException {
        return sql.first(row -> new Size(row.getLong(1), row.getInt(2)), "SELECT bytes, objects FROM study WHERE uid = ? FOR UPDATE", uid);
    }

    public void grow(String uid, long bytes, int objects) throws SQLException {
        sql.update("UPDATE study SET bytes = bytes + ?, objects = objects + ? WHERE uid = ?", bytes, objects, uid);
    }

    /** Counts again what is kept of it, after files were removed. */
    public void recount(String uid) throws SQLException {
        sql.update("UPDATE study SET bytes = (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM instance WHERE study = ? AND file <> ''),"
                + " objects = (SELECT CAST(COUNT(*) AS INT) FROM instance WHERE study = ? AND file <> '') WHERE uid = ?", uid, uid, uid);
    }

    /** Those of which this node keeps files, in order. */
    public List<String> all() throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT DISTINCT study FROM instance WHERE file <> '' AND node = ? ORDER BY study",
                sql.node());
    }

    /** Removes all that is known of the study. */
    public void forget(String uid) throws SQLException {
        for (String table : List.of("delivered", "delivery")) {
            sql.update("DELETE FROM " + table + " WHERE job IN (SELECT id FROM job WHERE study = ?)", uid);
        }
        sql.update("DELETE FROM job WHERE study = ?", uid);
        sql.update("DELETE FROM instance WHERE study = ?", uid);
        sql.update("DELETE FROM study WHERE uid = ?", uid);
    }
}
