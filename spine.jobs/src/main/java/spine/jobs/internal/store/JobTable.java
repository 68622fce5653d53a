package spine.jobs.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobState;

/** The table {@code job}, for those who ask and for those who change a state. Within one transaction. */
public final class JobTable {
    static final String COLUMNS = "id, study, revision, replaces, replaced, state, priority, images, digest, sender, received, changed,"
            + " attempts, worker, reason";
    private static final int LONGEST_REASON = 2000;

    private final Sql sql;

    public JobTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<Job> find(long id) throws SQLException {
        return sql.first(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE id = ?", id);
    }

    /** The same, which no other transaction can change until this one has ended. */
    public Optional<Job> hold(long id) throws SQLException {
        return sql.first(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE id = ? FOR UPDATE", id);
    }

    public List<Job> list(JobQuery query) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("id < ?");
        values.add(query.before());
        query.studyInstanceUid().ifPresent(study -> {
            where.append(" AND study = ?");
            values.add(study);
        });
        if (!query.states().isEmpty()) {
            where.append(" AND state IN (?").append(", ?".repeat(query.states().size() - 1)).append(")");
            query.states().stream().sorted().map(Enum::name).forEach(values::add);
        }
        values.add(query.limit());
        return sql.list(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE " + where + " ORDER BY id DESC LIMIT ?", values.toArray());
    }

    public Map<JobState, Long> count() throws SQLException {
        Map<JobState, Long> counts = new EnumMap<>(JobState.class);
        sql.list(row -> counts.put(JobState.valueOf(row.getString(1)), row.getLong(2)), "SELECT state, COUNT(*) FROM job GROUP BY state");
        return counts;
    }

    /** Empty if none waits. */
    public Optional<Duration> longestWait() throws SQLException {
        long since = sql.number("SELECT MIN(changed) FROM job WHERE state = 'WAITING'");
        return since == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(0, sql.now() - since)));
    }

    /** Those that changed at a time or later, the earliest change first. */
    public List<Job> changedSince(long time, int limit) throws SQLException {
        return sql.list(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE changed >= ? ORDER BY changed, id LIMIT ?", time, limit);
    }

    /** The one with the highest revision. */
    public Optional<Job> newest(String study) throws SQLException {
        return sql.first(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE study = ? ORDER BY revision DESC LIMIT 1", study);
    }

    /** Those of the study with a lower revision that have not come to an end. */
    public List<Job> openBefore(String study, int revision) throws SQLException {
        return sql.list(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE study = ? AND revision < ? AND state IN ('RECEIVED',"
                + " 'WAITING', 'RUNNING', 'SENDING') ORDER BY revision", study, revision);
    }

    /** @return when its result was accepted, milliseconds since 1970; 0 if it has none */
    public long scored(long id) throws SQLException {
        return sql.number("SELECT scored FROM job WHERE id = ?", id);
    }

    /** The one whose result is the study's. */
    public Optional<Job> withResult(String study) throws SQLException {
        return sql.first(JobTable::job, "SELECT " + COLUMNS + " FROM job WHERE study = ? AND scored > 0 ORDER BY revision DESC LIMIT 1",
                study);
    }

    /** UIDs of the studies whose results came to this node, in order. */
    public List<String> studiesWithResult() throws SQLException {
        return sql.list(row -> row.getString(1), "SELECT DISTINCT study FROM job WHERE scored > 0 AND node = ? ORDER BY study", sql.node());
    }

    /** Id of the node that has received the job, and to which its result goes. */
    public String node(long id) throws SQLException {
        return sql.first(row -> row.getString(1), "SELECT node FROM job WHERE id = ?", id).orElse("");
    }

    /** Changes the state and says why. */
    public void move(long id, JobState state, String reason) throws SQLException {
        sql.update("UPDATE job SET state = ?, reason = ?, changed = ?, worker = '' WHERE id = ?", state.name(), cut(reason), sql.now(), id);
    }

    /** Says why without another state. */
    public void explain(long id, String reason) throws SQLException {
        sql.update("UPDATE job SET reason = ?, changed = ? WHERE id = ?", cut(reason), sql.now(), id);
    }

    /** Lets it wait as if it had never been tried. */
    public void restart(long id) throws SQLException {
        sql.update("UPDATE job SET state = 'WAITING', reason = '', changed = ?, worker = '', lost = 0 WHERE id = ?", sql.now(), id);
    }

    public void prioritise(long id, int priority) throws SQLException {
        sql.update("UPDATE job SET priority = ?, changed = ? WHERE id = ?", priority, sql.now(), id);
    }

    static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    static Job job(ResultSet row) throws SQLException {
        long replaces = row.getLong("replaces");
        OptionalLong before = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replaces);
        return new Job(row.getLong("id"), row.getString("study"), row.getInt("revision"), before, row.getBoolean("replaced"),
                JobState.valueOf(row.getString("state")), row.getInt("priority"), row.getInt("images"), row.getString("digest"),
                row.getString("sender"), Instant.ofEpochMilli(row.getLong("received")), Instant.ofEpochMilli(row.getLong("changed")),
                row.getInt("attempts"), row.getString("worker"), row.getString("reason"));
    }
}
