package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;

/**
 * Makes the folders that bundles go through. Whoever may hand in a bundle may write to the folder of incoming ones; all
 * others belong to the user the platform runs as.
 */
public final class HomeFolders {

    private HomeFolders() {
    }

    /** Makes those that are missing. */
    public static void create(InstallPaths paths) throws IOException {
        Files.createDirectories(paths.incoming());
        Files.createDirectories(paths.deploy());
        Files.createDirectories(paths.verdicts());
        HomePermissions.createPrivateFolder(paths.checking());
        HomePermissions.createPrivateFolder(paths.quarantine());
    }
}
