package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import spine.api.job.Job;
import spine.api.report.Predecessor;
import spine.api.report.Predecessor.Document;

/**
 * The table {@code job}, for those who score: who has taken a job, and whether that process is alive. An attempt is known by its number,
 * which no other attempt at the job has. Within one transaction.
 */
public final class RunTable {
    private final Sql sql;

    public RunTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes the next job, unless another process has just taken it.
     *
     * @param nodes ids of those whose jobs and images can be had, at least one
     * @return as it is then, empty if none waits
     */
    public Optional<Job> take(String worker, Collection<String> nodes) throws SQLException {
        String those = "(?" + ", ?".repeat(nodes.size() - 1) + ")";
        List<Object> values = new ArrayList<>(nodes);
        values.addAll(nodes);
        Optional<Long> next = sql.first(row -> row.getLong(1), "SELECT id FROM job WHERE state = 'WAITING' AND node IN " + those
                + " AND (NOT scattered OR NOT EXISTS (SELECT 1 FROM instance i WHERE i.study = job.study AND i.role = 'IMAGE'"
                + " AND i.revision <= job.revision AND i.node NOT IN " + those + "))"
                + " ORDER BY priority DESC, received, id LIMIT 1 FOR UPDATE SKIP LOCKED", values.toArray());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        long now = sql.now();
        sql.update("UPDATE job SET state = 'RUNNING', reason = '', changed = ?, worker = ?, heartbeat = ?, attempts = attempts + 1"
                + " WHERE id = ?", now, worker, now, next.get());
        return new JobTable(sql).find(next.get());
    }

    /** Says that the process is alive. @return whether the attempt is still wanted */
    public boolean beat(long id, int attempt) throws SQLException {
        return sql.update("UPDATE job SET heartbeat = ? WHERE id = ? AND state = 'RUNNING' AND attempts = ?", sql.now(), id, attempt) == 1;
    }

    /** Whether the attempt is still wanted. */
    public boolean isRunning(long id, int attempt) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM job WHERE id = ? AND state = 'RUNNING' AND attempts = ?", id, attempt) == 1;
    }

    /** Jobs that are being scored by processes that have not said for some time that they are alive. */
    public List<Job> silentSince(long time) throws SQLException {
        return sql.list(JobTable::job, "SELECT " + JobTable.COLUMNS + " FROM job WHERE state = 'RUNNING' AND heartbeat < ?"
                + " FOR UPDATE SKIP LOCKED", time);
    }

    /** @return how often the job has now lost the process that scored it, since somebody has let it wait */
    public int lose(long id) throws SQLException {
        sql.update("UPDATE job SET lost = lost + 1 WHERE id = ?", id);
        return (int) sql.number("SELECT lost FROM job WHERE id = ?", id);
    }

    /** Lets a job wait that was being scored. */
    public void release(long id, String reason) throws SQLException {
        sql.update("UPDATE job SET state = 'WAITING', reason = ?, changed = ?, worker = '' WHERE id = ?", JobTable.cut(reason), sql.now(),
                id);
    }

    /** The result that one of the job will replace: that of the latest earlier revision that has one. */
    public Optional<Predecessor> predecessor(Job job) throws SQLException {
        return sql.first(row -> new Predecessor(OptionalInt.of(row.getInt(1)), row.getString(2).isEmpty() ? Optional.empty()
                : Optional.of(new Document(row.getString(2), row.getString(3), row.getString(4)))),
                "SELECT revision, report_class, report_instance, report_series FROM job WHERE study = ? AND revision < ? AND scored > 0"
                        + " ORDER BY revision DESC LIMIT 1", job.studyInstanceUid(), job.revision());
    }

    /**
     * Keeps that the job has its result, at this node, and that it takes the place of those of earlier revisions.
     *
     * @param report its structured report, which a later one names
     */
    public void scored(Job job, Optional<Document> report) throws SQLException {
        long now = sql.now();
        sql.update("UPDATE job SET scored = ?, node = ? WHERE id = ?", now, sql.node(), job.id());
        if (report.isPresent()) {
            sql.update("UPDATE job SET report_class = ?, report_instance = ?, report_series = ? WHERE id = ?", report.get().sopClassUid(),
                    report.get().sopInstanceUid(), report.get().seriesInstanceUid(), job.id());
        }
        sql.update("UPDATE job SET replaced = TRUE, changed = ? WHERE study = ? AND revision < ? AND replaced = FALSE", now,
                job.studyInstanceUid(), job.revision());
    }
}
