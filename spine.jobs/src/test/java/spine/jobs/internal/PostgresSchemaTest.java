package spine.jobs.internal;

import org.junit.jupiter.api.condition.EnabledIf;

import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.SchemaContract;

/** On a server. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class PostgresSchemaTest extends SchemaContract {

    @Override
    protected DatabaseAddress address() throws Exception {
        return DatabaseAddress.server(PostgresServer.get().database(), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
