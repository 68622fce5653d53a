package spine.jobs.internal;

import java.nio.file.Path;

import org.junit.jupiter.api.condition.EnabledIf;

import spine.jobs.internal.store.DatabaseAddress;

/** On a server. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class PostgresBackupTest extends BackupContract {
    private String url;

    @Override
    DatabaseAddress address(Path home) throws Exception {
        url = PostgresServer.get().database();
        return DatabaseAddress.server(url, PostgresServer.USER, PostgresServer.PASSWORD);
    }

    @Override
    DatabaseAddress copy(Path home, Path restored) throws Exception {
        return DatabaseAddress.server(PostgresServer.get().copyOf(url), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
