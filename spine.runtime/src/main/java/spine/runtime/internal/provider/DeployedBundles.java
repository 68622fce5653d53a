package spine.runtime.internal.provider;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import spine.api.model.SegmentationModel;

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

    /**
     * By which digest a model is known again. That of its card is believed where the platform hosts the weights, which it has compared
     * with it. A model with code of its own may claim any weights, so it is known by its bundle.
     *
     * @param bundle that registered the service; null if it has been uninstalled
     * @return lower-case SHA-256; empty if there is none to be had
     */
    String digest(SegmentationModel model, Bundle bundle) {
        if (holds(bundle) && isForeign(model.getClass())) {
            return digest(bundle.getLocation());
        }
        return model.card() == null ? "" : model.card().weightsSha256();
    }

    /** A class that no bundle has, such as one made at run time, may be anybody's. */
    private boolean isForeign(Class<?> code) {
        Bundle bundle = FrameworkUtil.getBundle(code);
        return bundle == null || holds(bundle);
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
