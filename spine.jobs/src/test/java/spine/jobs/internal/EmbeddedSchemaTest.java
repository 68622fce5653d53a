package spine.jobs.internal;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.SchemaContract;

/** On the database that an installation has by itself. */
class EmbeddedSchemaTest extends SchemaContract {
    @TempDir
    Path home;

    @Override
    protected DatabaseAddress address() {
        return DatabaseAddress.folder(home.resolve("jobs"));
    }
}
