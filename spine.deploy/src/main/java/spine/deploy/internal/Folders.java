package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.osgi.framework.BundleContext;

/**
 * Where bundles lie on their way. Anybody who may hand in a bundle may write to {@link #incoming}; everything else belongs
 * to the user the platform runs as.
 *
 * @param home of the platform
 */
public record Folders(Path home) {

    /** Those of this installation: property {@code spine.home} of framework or system; {@code .spine} in the working folder without it. */
    public static Folders of(BundleContext context) {
        String home = context.getProperty("spine.home");
        return new Folders(Path.of(home == null ? ".spine" : home).toAbsolutePath().normalize());
    }

    /** Bundles are dropped here. */
    public Path incoming() {
        return home.resolve("incoming");
    }

    /** What is being checked; nobody else can write here. */
    public Path checking() {
        return home.resolve("checking");
    }

    /** What was accepted; installed from here. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    /** What was refused, with the reason beside it. */
    public Path quarantine() {
        return home.resolve("quarantine");
    }

    public Path audit() {
        return home.resolve("audit.log");
    }

    /** Certificates of those whose bundles are accepted. */
    public Path trustStore() {
        return home.resolve("conf").resolve("trust.p12");
    }

    /** The development key of this installation. */
    public Path keys() {
        return home.resolve("keys");
    }

    public void create() throws IOException {
        Files.createDirectories(incoming());
        Files.createDirectories(deploy());
        createPrivate(checking());
        createPrivate(quarantine());
    }

    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
