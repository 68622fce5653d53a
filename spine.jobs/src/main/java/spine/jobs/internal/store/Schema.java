package spine.jobs.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the tables, or brings those of an earlier version of spine to this one. Each version has a script, which is never changed once it
 * was released; a later one begins where the one before ended. An embedded database commits every statement of a script by itself, so that
 * each must be such that it can be repeated.
 */
final class Schema {
    /** The number of the last script. */
    static final int VERSION = 2;

    private final int known;

    Schema(int known) {
        this.known = known;
    }

    /** @throws DatabaseException if the tables are of a version that is not known */
    void bring(Sql sql) throws SQLException, IOException {
        sql.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
        int there = (int) sql.number("SELECT MAX(version) FROM schema_version");
        if (there > known) {
            throw new DatabaseException("The database of the jobs has version " + there + " of its tables; this spine knows them up to"
                    + " version " + known + ", so a newer spine must have made it. Nothing in it was changed.");
        }
        for (int version = there + 1; version <= known; version++) {
            for (String statement : statements(version)) {
                sql.execute(statement);
            }
            sql.update("INSERT INTO schema_version (version) VALUES (?)", version);
        }
    }

    private static List<String> statements(int version) throws IOException {
        try (InputStream script = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            return Arrays.stream(text.split(";")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
        }
    }
}
