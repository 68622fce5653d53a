package spine.deploy.internal;

import java.io.File;
import spine.common.digest.Sha256;

/**
 * Which file, with which content, a bundle was made of. It is the bundle's location, so that the framework keeps it from the
 * first moment on: a path as FileInstall writes it, by which that knows its bundles again, and a digest behind it.
 */
public final class BundleLocation {
    private static final char MARK = '#';

    private final String path;
    private final String location;

    /** @param content of the file */
    public BundleLocation(File file, byte[] content) {
        this.path = path(file);
        this.location = path + Sha256.of(content);
    }

    public String location() {
        return location;
    }

    /** What the locations of all bundles begin with that were made of a file, whatever it contained. */
    public static String path(File file) {
        return file.toURI().normalize().toString() + MARK;
    }

    /** The same, told from the location of one of them. */
    public static String path(String location) {
        return location.substring(0, location.indexOf(MARK) + 1);
    }
}
