package spine.common.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who, apart from its owner, may change what decides on bundles, or read a secret. Where files have no owners nothing is found. */
public final class HomePermissions {

    private HomePermissions() {
    }

    /** What somebody should change, one sentence for each file or folder; empty if all is well. */
    public static List<String> findings(InstallPaths paths) {
        List<String> findings = new ArrayList<>();
        for (Path path : List.of(paths.home(), paths.conf(), paths.trustStore(), paths.deploy(), paths.keys())) {
            openToAll(path).ifPresent(findings::add);
            if (has(path, PosixFilePermission.GROUP_WRITE)) {
                findings.add(path + " can be written by its group, whose members can change what runs; chmod g-w " + path
                        + " unless that is meant.");
            }
        }
        exposed(paths.trustStore().resolveSibling("trust.password")).ifPresent(findings::add);
        Path key = paths.keys().resolve("signing.p12");
        if (Files.exists(key)) {
            findings.add("The signing key " + key + " lies in the home of the platform, where it is not used; move it, and"
                    + " signing.password, to the folder of the user who signs.");
        }
        return findings;
    }

    /** Why nothing in it may be relied on: everybody may write to it. */
    public static Optional<String> openToAll(Path path) {
        boolean open = has(path, PosixFilePermission.OTHERS_WRITE);
        return open ? Optional.of(path + " can be written by everybody, so nothing in it is relied on; chmod o-w " + path + ".")
                : Optional.empty();
    }

    /** Why a secret is none: others than its owner may read it. */
    public static Optional<String> exposed(Path secret) {
        boolean exposed = has(secret, PosixFilePermission.GROUP_READ) || has(secret, PosixFilePermission.OTHERS_READ);
        return exposed ? Optional.of(secret + " can be read by others than its owner; chmod 600 " + secret + ".") : Optional.empty();
    }

    /** Makes an existing file readable by its owner alone. */
    public static void makePrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Makes a folder, unless it is there, and lets its owner alone enter it. */
    public static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean has(Path path, PosixFilePermission permission) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            return permissions.contains(permission);
        } catch (IOException | UnsupportedOperationException notThereOrWithoutOwners) {
            return false;
        }
    }
}
