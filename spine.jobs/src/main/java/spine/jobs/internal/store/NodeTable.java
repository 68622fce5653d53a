package spine.jobs.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code node}: who shares the database, and how the others reach him. Within one transaction. */
public final class NodeTable {
    /** Ids of those that are taken for alive; its value is the time. */
    static final String ALIVE = "(SELECT id FROM node WHERE lease > ?)";
    /** Of a job and an image i: it is one of the job's, which may lie at another node. */
    private static final String ELSEWHERE = "job.scattered AND i.study = job.study AND i.role = 'IMAGE' AND i.revision <= job.revision";
    private static final String COLUMNS = "id, host, address, certificate, secret";

    private final Sql sql;

    public NodeTable(Sql sql) {
        this.sql = sql;
    }

    /** Registers this node in place of what was known of it. */
    public void register(Node node, String process, int workers, long leaseMillis) throws SQLException {
        sql.update("DELETE FROM node WHERE id = ?", node.id());
        sql.update("INSERT INTO node (" + COLUMNS + ", process, workers, lease) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", node.id(), node.host(),
                node.address(), node.certificate(), node.secret(), process, workers, sql.now() + leaseMillis);
    }

    /**
     * Says that this node is alive, if it is registered as that.
     *
     * @return whether it is, by this process or by another one that is alive
     */
    public boolean beat(Node node, String process, long leaseMillis) throws SQLException {
        long now = sql.now();
        return sql.update("UPDATE node SET lease = ? WHERE id = ? AND process = ? AND address = ? AND secret = ? AND lease > ?",
                now + leaseMillis, node.id(), process, node.address(), node.secret(), now) == 1
                || sql.number("SELECT COUNT(*) FROM node WHERE id = ? AND process <> ? AND lease > ?", node.id(), process, now) > 0;
    }

    /** This process serves no more. */
    public void leave(String process) throws SQLException {
        sql.update("DELETE FROM node WHERE id = ? AND process = ?", sql.node(), process);
    }

    public Optional<Node> find(String id) throws SQLException {
        return sql.first(NodeTable::node, "SELECT " + COLUMNS + " FROM node WHERE id = ?", id);
    }

    /** The others that are alive and can be reached, by id. */
    public List<Node> others() throws SQLException {
        return sql.list(NodeTable::node, "SELECT " + COLUMNS + " FROM node WHERE lease > ? AND id <> ? AND address <> '' ORDER BY id",
                sql.now(), sql.node());
    }

    /** Hosts of those that are alive and have workers. */
    public List<String> hostsWithWorkers() throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT DISTINCT host FROM node WHERE lease > ? AND workers > 0 ORDER BY host", sql.now());
    }

    /** Whether another node, which is alive, has the file of the object. */
    public boolean hasElsewhere(Instance instance) throws SQLException {
        return !instance.file().isEmpty() && !instance.node().equals(sql.node())
                && sql.number("SELECT COUNT(*) FROM node WHERE id = ? AND lease > ?", instance.node(), sql.now()) > 0;
    }

    /** Nodes that are not alive, of jobs that wait and of their images; ids. */
    public List<String> missed() throws SQLException {
        long now = sql.now();
        return sql.list(row -> row.getString(1), "SELECT node FROM job WHERE state = 'WAITING' AND node NOT IN " + ALIVE
                + " UNION SELECT i.node FROM job, instance i WHERE state = 'WAITING' AND " + ELSEWHERE + " AND i.node NOT IN " + ALIVE
                + " ORDER BY node", now, now);
    }

    /** Says of the jobs that wait for a node why they do; empty: for their turn. */
    public void explain(String node, String reason) throws SQLException {
        sql.update("UPDATE job SET reason = ?, changed = ? WHERE state = 'WAITING' AND reason <> ? AND (node = ?"
                + " OR EXISTS (SELECT 1 FROM instance i WHERE " + ELSEWHERE + " AND i.node = ?))", JobTable.cut(reason), sql.now(),
                JobTable.cut(reason), node, node);
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(row.getString("id"), row.getString("host"), row.getString("address"), row.getString("certificate"),
                row.getString("secret"));
    }
}
