package spine.runtime.internal.provider;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

import org.osgi.framework.Bundle;

/** Which bundles were put into the deploy folder; all others are the platform's, or were installed by whoever runs the container. */
public final class DeployedBundles {
    private final Path folder;

    public DeployedBundles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @param bundle null if it has been uninstalled */
    boolean holds(Bundle bundle) {
        return bundle != null && holds(bundle.getLocation());
    }

    static String digest(String location) {
        int mark = location.lastIndexOf('#');
        return mark < 0 ? "" : location.substring(mark + 1);
    }

    /** @param location of a bundle: its file, behind which there may be a mark and a digest */
    boolean holds(String location) {
        try {
            return folder.equals(Path.of(URI.create(location.replaceFirst("#.*$", ""))).toAbsolutePath().normalize().getParent());
        } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
            return false;
        }
    }
}
