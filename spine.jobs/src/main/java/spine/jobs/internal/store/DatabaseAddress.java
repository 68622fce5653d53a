package spine.jobs.internal.store;

import java.nio.file.Path;
import java.util.Objects;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is.
 *
 * @param source of connections
 * @param embedded whether it is a file that belongs to this process alone; else it is on a server that other processes may use too
 */
public record DatabaseAddress(DataSource source, boolean embedded) {
    private static final String SERVER = "jdbc:postgresql:";
    private static final int CONNECT_SECONDS = 10;
    /** No statement takes that long: an answer that does not come by then is lost with its connection. */
    private static final int ANSWER_SECONDS = 60;

    public DatabaseAddress {
        Objects.requireNonNull(source, "source");
    }

    /**
     * A file of H2 in the folder. Without delay of writing: with its default H2 loses what it committed in the last half second when its
     * process is killed. By asynchronous channels: others are closed under all threads when one is interrupted.
     */
    public static DatabaseAddress folder(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:async:" + folder.resolve("jobs").toAbsolutePath().toString().replace(";", "\\;")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0");
        source.setUser("spine");
        source.setPassword("");
        return new DatabaseAddress(source, true);
    }

    /** @throws IllegalArgumentException with a sentence if it is no address of PostgreSQL */
    public static DatabaseAddress server(String url, String user, String password) {
        if (!url.startsWith(SERVER)) {
            throw new IllegalArgumentException("The database of the jobs is embedded, or on a server named by jdbc.url, such as " + SERVER
                    + "//host/spine; no other kind is known.");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("jdbc.url is no address of a database of PostgreSQL.", e);
        }
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("spine");
        return new DatabaseAddress(source, false);
    }
}
