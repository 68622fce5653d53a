package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        createPrivate(paths.checking());
        createPrivate(paths.quarantine());
    }

    /** Makes a folder that only its owner can read, where the file system knows owners. */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
