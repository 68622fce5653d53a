package spine.jobs.internal;

import java.util.List;

import org.junit.jupiter.api.condition.EnabledIf;

/** On a server. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class PostgresCrashTest extends CrashContract {

    @Override
    List<String> server() throws Exception {
        return List.of(PostgresServer.get().database(), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
