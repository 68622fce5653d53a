package spine.jobs.internal;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.NodeContract;

/** On the database that an installation has by itself. */
class EmbeddedNodeTest extends NodeContract {
    @TempDir
    Path home;
    private int databases;

    @Override
    protected DatabaseAddress address() {
        databases++;
        return DatabaseAddress.folder(home.resolve("jobs" + databases));
    }
}
