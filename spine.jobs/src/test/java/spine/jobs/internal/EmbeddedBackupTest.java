package spine.jobs.internal;

import java.io.IOException;
import java.nio.file.Path;

import spine.jobs.internal.store.DatabaseAddress;

/** On the database that an installation has by itself. */
class EmbeddedBackupTest extends BackupContract {

    @Override
    DatabaseAddress address(Path home) {
        return DatabaseAddress.folder(home.resolve("jobs"));
    }

    @Override
    DatabaseAddress copy(Path home, Path restored) throws IOException {
        copyFolder(home.resolve("jobs"), restored.resolve("jobs"));
        return address(restored);
    }
}
