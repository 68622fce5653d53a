package spine.jobs.internal;

import org.junit.jupiter.api.condition.EnabledIf;

import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.NodeContract;

/** On a server. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class PostgresNodeTest extends NodeContract {

    @Override
    protected DatabaseAddress address() throws Exception {
        return DatabaseAddress.server(PostgresServer.get().database(), PostgresServer.USER, PostgresServer.PASSWORD);
    }
}
