package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.List;

/** What is of no node that is alive, and is found at this one. Within one transaction. */
public final class AdoptionTable {
    private final Sql sql;

    public AdoptionTable(Sql sql) {
        this.sql = sql;
    }

    /** All of a database that no other node can use. */
    public void takeAll() throws SQLException {
        for (String table : List.of("instance", "job")) {
            sql.update("UPDATE " + table + " SET node = ? WHERE node <> ?", sql.node(), sql.node());
        }
        takeDestinations("node <> ?", sql.node());
    }

    /** Studies with files or results of such nodes, in order. */
    public List<String> studies() throws SQLException {
        long now = sql.now();
        return sql.list(row -> row.getString(1), "SELECT study FROM instance WHERE file <> '' AND node <> ? AND node NOT IN "
                + NodeTable.ALIVE + " UNION SELECT study FROM job WHERE node <> ? AND node NOT IN " + NodeTable.ALIVE + " ORDER BY study",
                sql.node(), now, sql.node(), now);
    }

    /** Objects of the study whose files such nodes have. */
    public List<Instance> objects(String study) throws SQLException {
        List<String> gone = sql.list(row -> row.getString(1), "SELECT DISTINCT node FROM instance WHERE study = ? AND node <> ?"
                + " AND node NOT IN " + NodeTable.ALIVE, study, sql.node(), sql.now());
        return new InstanceTable(sql).of(study).stream().filter(instance -> gone.contains(instance.node())).toList();
    }

    /** The file is here. */
    public void take(Instance instance) throws SQLException {
        sql.update("UPDATE instance SET node = ? WHERE study = ? AND sop = ?", sql.node(), instance.study(), instance.sop());
    }

    /**
     * Jobs of the study that were of such nodes are of this one, and destinations that were known before there were nodes.
     *
     * @param result whether its result is here: without, jobs that have one stay those of whoever has it
     */
    public void takeJobs(String study, boolean result) throws SQLException {
        sql.update("UPDATE job SET node = ? WHERE study = ? AND node <> ? AND node NOT IN " + NodeTable.ALIVE
                + (result ? "" : " AND scored = 0"), sql.node(), study, sql.node(), sql.now());
        takeDestinations("node = ?", "");
    }

    /** @param whose condition on the node, with one value */
    private void takeDestinations(String whose, String value) throws SQLException {
        sql.update("INSERT INTO node_destination (node, name, since) SELECT CAST(? AS VARCHAR(64)), name, MIN(since) FROM node_destination"
                + " WHERE " + whose + " GROUP BY name ON CONFLICT DO NOTHING", sql.node(), value);
        sql.update("DELETE FROM node_destination WHERE " + whose, value);
    }
}
