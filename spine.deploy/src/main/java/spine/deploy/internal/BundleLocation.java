package spine.deploy.internal;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import spine.common.digest.Sha256;

/**
 * The location of a bundle says of which file, with which content, it was made: the address of the file and a digest behind
 * it. The framework keeps it from the first moment on, so that after a restart an unchanged file is not installed again, and a
 * bundle whose file is gone is found.
 */
public final class BundleLocation {
    private static final char MARK = '#';
    private static final String DIGEST = MARK + "[0-9a-f]{64}$";

    private BundleLocation() {
    }

    /** @param content of the file */
    public static String of(Path file, byte[] content) {
        return prefix(file) + Sha256.of(content);
    }

    /** What the locations of all bundles begin with that were made of a file, whatever it contained. */
    public static String prefix(Path file) {
        return file.toFile().toURI().normalize().toString() + MARK;
    }

    /** The same, told from the location of one of them. */
    public static String prefix(String location) {
        return location.substring(0, location.indexOf(MARK) + 1);
    }

    /** The file a bundle was made of; empty if that is no plain file. */
    public static Optional<Path> file(String location) {
        try {
            return Optional.of(Path.of(URI.create(location.replaceFirst(DIGEST, ""))).normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return Optional.empty();
        }
    }

    /** Whether the location has the digest of a content. */
    public static boolean hasDigest(String location) {
        return location.matches(".*" + DIGEST);
    }

    /** Whether a bundle was made of the content with this digest; true if its location has none. */
    public static boolean isOf(String location, String sha256) {
        int mark = location.lastIndexOf(MARK);
        return mark < 0 || location.substring(mark + 1).equals(sha256);
    }
}
