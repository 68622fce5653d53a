package spine.jobs.internal.store;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Time that passes in a moment. */
public final class OlderJobs {

    private OlderJobs() {
    }

    public static void make(Sql sql, int days) throws SQLException {
        sql.update("UPDATE job SET changed = changed - ?", TimeUnit.DAYS.toMillis(days));
    }

    /** As if no process that scores for the first time had said anything for a long time. */
    public static void silence(Sql sql) throws SQLException {
        sql.update("UPDATE job SET heartbeat = 0 WHERE attempts = 1");
    }
}
