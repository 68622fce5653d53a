package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables {@code delivery} and {@code delivered}, for those who send. Within one transaction. */
public final class SendingTable {
    /** Of a delivery: its job is one that this node sends. */
    private static final String SENDING = "job IN (SELECT id FROM job WHERE state = 'SENDING' AND node = ?)";

    private final Sql sql;

    public SendingTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * An attempt to send.
     *
     * @param job the results of which
     * @param study of the job
     * @param attempt its number, from 1
     * @param resumes whether there was one before, so that the destination may have more than it is known to have
     * @param files paths in the result folder that were not accepted yet, in the order of their names
     */
    public record Consignment(long job, String study, int attempt, boolean resumes, List<String> files) {
    }

    /**
     * Takes what this node sends next to a destination, unless another process has just done so. Until its lease ends nobody else gets it.
     */
    public Optional<Consignment> take(String destination, String owner, long leaseMillis) throws SQLException {
        long now = sql.now();
        Optional<Long> next = sql.first(row -> row.getLong(1), "SELECT job FROM delivery WHERE destination = ? AND NOT ended AND due <= ?"
                + " AND lease < ? AND " + SENDING + " ORDER BY job LIMIT 1"
                + " FOR UPDATE SKIP LOCKED", destination, now, now, sql.node());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        long job = next.get();
        // The first attempt is due since ever; none after it is, however it was put back or resumed.
        boolean resumes = sql.number("SELECT COUNT(*) FROM delivery WHERE job = ? AND destination = ? AND (attempts > 0 OR due > 0)", job,
                destination) > 0;
        sql.update("UPDATE delivery SET owner = ?, lease = ?, attempts = attempts + 1 WHERE job = ? AND destination = ?", owner,
                now + leaseMillis, job, destination);
        int attempt = (int) sql.number("SELECT attempts FROM delivery WHERE job = ? AND destination = ?", job, destination);
        String study = sql.first(row -> row.getString(1), "SELECT study FROM job WHERE id = ?", job).orElseThrow();
        return Optional.of(new Consignment(job, study, attempt, resumes, sql.list(row -> row.getString(1),
                "SELECT file FROM delivered WHERE job = ? AND destination = ? AND NOT accepted ORDER BY file", job, destination)));
    }

    /** @return whether the attempt is still wanted; its lease is longer then */
    public boolean extend(long job, String destination, String owner, long leaseMillis) throws SQLException {
        return sql.update("UPDATE delivery SET lease = ? WHERE job = ? AND destination = ? AND owner = ? AND job IN"
                + " (SELECT id FROM job WHERE state = 'SENDING')", sql.now() + leaseMillis, job, destination, owner) == 1;
    }

    public void accept(long job, String destination, String file) throws SQLException {
        sql.update("UPDATE delivered SET accepted = TRUE WHERE job = ? AND destination = ? AND file = ?", job, destination, file);
    }

    public boolean isComplete(long job, String destination) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM delivered WHERE job = ? AND destination = ? AND NOT accepted", job, destination) == 0;
    }

    /** The attempt is over, and there will be another. */
    public void postpone(long job, String destination, long delayMillis, String reason) throws SQLException {
        sql.update("UPDATE delivery SET owner = '', lease = 0, due = ?, reason = ? WHERE job = ? AND destination = ?",
                sql.now() + delayMillis, JobTable.cut(reason), job, destination);
    }

    /** Ends all leases, of processes that are gone. */
    public void release() throws SQLException {
        sql.update("UPDATE delivery SET owner = '', lease = 0 WHERE lease > 0");
    }

    /** The attempt was stopped, and does not count as one. */
    public void putBack(long job, String destination) throws SQLException {
        sql.update("UPDATE delivery SET owner = '', lease = 0, attempts = attempts - 1, due = ? WHERE job = ? AND destination = ?",
                sql.now(), job, destination);
    }

    /** There will be no other attempt. */
    public void end(long job, String destination, String reason) throws SQLException {
        sql.update("UPDATE delivery SET owner = '', lease = 0, ended = TRUE, reason = ? WHERE job = ? AND destination = ?",
                JobTable.cut(reason), job, destination);
    }

    /** Names of destinations that this node has something to send to. */
    public List<String> wanted() throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT DISTINCT destination FROM delivery WHERE NOT ended AND " + SENDING,
                sql.node());
    }

    /** Jobs of which this node has something to send to a destination, and nobody is sending it now. */
    public List<Long> waiting(String destination, int limit) throws SQLException {
        return sql.list(row -> row.getLong(1), "SELECT job FROM delivery WHERE destination = ? AND NOT ended AND lease < ? AND " + SENDING
                + " ORDER BY job LIMIT ?", destination, sql.now(), sql.node(), limit);
    }

    /** Jobs of this node of which nothing is sent to a destination any more, for that reason. */
    public List<Long> givenUp(String destination, String reason) throws SQLException {
        return sql.list(row -> row.getLong(1), "SELECT job FROM delivery WHERE destination = ? AND ended AND reason = ? AND job IN"
                + " (SELECT id FROM job WHERE node = ?) ORDER BY job", destination, reason, sql.node());
    }

    /** Lets be sent what was given up, now, with the attempts that are left. */
    public void reopen(long job, String destination) throws SQLException {
        sql.update("UPDATE delivery SET ended = FALSE, due = LEAST(due, ?), reason = '' WHERE job = ? AND destination = ? AND ended",
                sql.now(), job, destination);
    }

    /** Whether nothing of the job is sent any more. */
    public boolean hasEnded(long job) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM delivery WHERE job = ? AND NOT ended", job) == 0;
    }
}
