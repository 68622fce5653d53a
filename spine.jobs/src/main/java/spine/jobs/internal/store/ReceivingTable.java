package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

import spine.api.job.Job;

/** The table {@code job}, while images come in. Within one transaction, which holds the study ({@link StudyTable#hold}). */
public final class ReceivingTable {
    private final Sql sql;

    public ReceivingTable(Sql sql) {
        this.sql = sql;
    }

    /** How many jobs wait for images, for their turn or for their result. */
    public long queued() throws SQLException {
        return sql.number("SELECT COUNT(*) FROM job WHERE state IN ('RECEIVED', 'WAITING', 'RUNNING')");
    }

    /** Begins a job with its first image; {@link #images} says how many it has. */
    public long begin(String study, int revision, OptionalLong replaces, String sender) throws SQLException {
        long now = sql.now();
        return sql.insert("INSERT INTO job (study, revision, replaces, replaced, state, priority, images, digest, sender, received, latest,"
                + " complete, changed, attempts, lost, worker, heartbeat, reason, scored, node)"
                + " VALUES (?, ?, ?, FALSE, 'RECEIVED', 0, 0, '', ?, ?, ?, FALSE, ?, 0, 0, '', 0, '', 0, ?)",
                study, revision, replaces.isPresent() ? replaces.getAsLong() : null, sender, now, now, now, sql.node());
    }

    /**
     * Notes that an image has come for a job that is not being scored yet.
     *
     * @param images by how many it has more then
     * @return whether there still is such a job: another process may just have taken it
     */
    public boolean add(long id, int images) throws SQLException {
        long now = sql.now();
        int there = sql.update("UPDATE job SET latest = ?, images = images + ? WHERE id = ? AND state = 'RECEIVED'", now, images, id);
        if (there == 0) {
            there = sql.update("UPDATE job SET state = 'RECEIVED', digest = '', complete = FALSE, latest = ?, changed = ?,"
                    + " images = images + ? WHERE id = ? AND state = 'WAITING'", now, now, images, id);
        }
        return there == 1;
    }

    public void images(long id, int images) throws SQLException {
        sql.update("UPDATE job SET images = ? WHERE id = ?", images, id);
    }

    /** Says that no more images are waited for. */
    public void complete(long id) throws SQLException {
        sql.update("UPDATE job SET complete = TRUE WHERE id = ?", id);
    }

    /** Jobs that need not wait for images any more. */
    public List<Job> ripe(long quietMillis) throws SQLException {
        return sql.list(JobTable::job, "SELECT " + JobTable.COLUMNS + " FROM job WHERE state = 'RECEIVED' AND (complete OR latest <= ?)"
                + " ORDER BY id", sql.now() - quietMillis);
    }

    /** Whether the job still need not wait. */
    public boolean isRipe(long id, long quietMillis) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM job WHERE id = ? AND state = 'RECEIVED' AND (complete OR latest <= ?)", id,
                sql.now() - quietMillis) == 1;
    }

    /** The content is known. */
    public void queue(long id, int images, String digest) throws SQLException {
        sql.update("UPDATE job SET state = 'WAITING', images = ?, digest = ?, changed = ?, scattered = EXISTS (SELECT 1 FROM instance i"
                + " WHERE i.study = job.study AND i.role = 'IMAGE' AND i.revision <= job.revision AND i.node <> job.node) WHERE id = ?",
                images, digest, sql.now(), id);
    }

    /** Jobs of the study without a result are of this node from now on, if they were of one that does not serve any more. */
    public void moveHere(String study) throws SQLException {
        sql.update("UPDATE job SET node = ?, scattered = TRUE, changed = ? WHERE study = ? AND scored = 0 AND state <> 'RUNNING'"
                + " AND node <> ? AND node NOT IN " + NodeTable.ALIVE, sql.node(), sql.now(), study, sql.node(), sql.now());
    }

    /** Takes a job away whose content is that of the one before. */
    public void forget(long id, String study, int revision) throws SQLException {
        sql.update("UPDATE instance SET revision = ? WHERE study = ? AND revision = ?", revision - 1, study, revision);
        sql.update("DELETE FROM job WHERE id = ?", id);
    }
}
