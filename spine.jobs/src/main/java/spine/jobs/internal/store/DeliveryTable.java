package spine.jobs.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import spine.api.job.Delivery;

/** The tables {@code node_destination}, {@code delivery} and {@code delivered}: what goes where. Within one transaction. */
public final class DeliveryTable {
    private final Sql sql;

    public DeliveryTable(Sql sql) {
        this.sql = sql;
    }

    /** Notes that this node has a destination; its results from now on are for it, whether it is there at that time or not. */
    public void register(String destination) throws SQLException {
        sql.update("INSERT INTO node_destination (node, name, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", sql.node(), destination,
                sql.now());
    }

    /** Jobs with a result at this node of which nobody has said yet what of it the destination gets; the first first. */
    public List<Long> unconsidered(String destination, int limit) throws SQLException {
        return sql.list(row -> row.getLong(1), "SELECT j.id FROM job j WHERE j.scored >= (SELECT since FROM node_destination"
                + " WHERE node = ? AND name = ?) AND j.node = ? AND j.scored > 0 AND NOT j.replaced"
                + " AND j.state IN ('SENDING', 'DONE', 'NEEDS_ATTENTION') AND NOT EXISTS"
                + " (SELECT 1 FROM delivery d WHERE d.job = j.id AND d.destination = ?) ORDER BY j.id LIMIT ?", sql.node(),
                destination, sql.node(), destination, limit);
    }

    /** Notes that all results of some time ago are considered, so that they need not be looked at any more. */
    public void consideredUntil(String destination, long time) throws SQLException {
        sql.update("UPDATE node_destination SET since = ? WHERE node = ? AND name = ? AND since < ?", time, sql.node(), destination, time);
    }

    /** @param files paths in the result folder, in the order in which they are to be sent; may be empty */
    public void add(long job, String destination, List<String> files) throws SQLException {
        sql.update("INSERT INTO delivery (job, destination, objects, attempts, due, ended, owner, lease, reason)"
                + " VALUES (?, ?, ?, 0, 0, ?, '', 0, '')", job, destination, files.size(), files.isEmpty());
        for (String file : files) {
            sql.update("INSERT INTO delivered (job, destination, file, accepted) VALUES (?, ?, ?, FALSE)", job, destination, file);
        }
    }

    public boolean has(long job, String destination) throws SQLException {
        return sql.number("SELECT COUNT(*) FROM delivery WHERE job = ? AND destination = ?", job, destination) > 0;
    }

    /** Those of a job that have anything to send, by destination. */
    public List<Delivery> of(long job) throws SQLException {
        return sql.list(row -> new Delivery(row.getString("destination"), row.getInt("accepted"), row.getInt("objects"),
                row.getInt("attempts"), row.getBoolean("ended") ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong("due"))),
                row.getString("reason")),
                "SELECT d.destination, d.objects, d.attempts, d.due, d.ended, d.reason, (SELECT COUNT(*) FROM delivered o"
                        + " WHERE o.job = d.job AND o.destination = d.destination AND o.accepted) AS accepted FROM delivery d"
                        + " WHERE d.job = ? AND d.objects > 0"
                        + " ORDER BY d.destination", job);
    }

    /** Lets everything be sent again that was given up. */
    public void resume(long job) throws SQLException {
        sql.update("UPDATE delivery SET ended = FALSE, attempts = 0, due = ?, owner = '', lease = 0, reason = '' WHERE job = ? AND ended"
                + " AND EXISTS (SELECT 1 FROM delivered o WHERE o.job = delivery.job AND o.destination = delivery.destination"
                + " AND NOT o.accepted)", sql.now(), job);
    }
}
