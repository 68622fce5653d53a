package spine.deploy.internal.install;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

import spine.api.model.RefusedModel;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.gate.BundleIdentity;

/**
 * Files of the deploy folder that are bundles and are not installed. One that would be a model is listed as refused where models are
 * listed. Safe for use by many threads.
 */
public final class RefusedFiles {
    /** Why a bundle is not installed that the framework takes for one that it has. */
    static final String DUPLICATE = "a bundle of this name and version is there already; a changed bundle needs a higher version";
    private static final String MODEL_SERVICE = "spine.api.model.SegmentationModel";

    private final BundleContext context;
    private final Runnable changed;
    private final Map<Path, RefusedFile> files = new ConcurrentSkipListMap<>();

    /**
     * One file.
     *
     * @param file in the deploy folder
     * @param sha256 of its content
     * @param reason one sentence
     * @param listed what lists it as a refused model; null if it is none
     */
    public record RefusedFile(Path file, String sha256, String symbolicName, String version, String reason,
            ServiceRegistration<RefusedModel> listed) {
    }

    /** @param changed told after every change */
    public RefusedFiles(BundleContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
    }

    /** As they are now, by file. */
    public List<RefusedFile> all() {
        return List.copyOf(files.values());
    }

    /** @param why it is not installed, as a part of a sentence */
    void add(Path file, byte[] jar, String why) {
        remove(file);
        String name = "";
        String version = "";
        boolean model = false;
        try {
            BundleIdentity bundle = BundleIdentity.of(file);
            name = bundle.symbolicName();
            version = bundle.version().toString();
            String offered = bundle.headers().getValue(Constants.PROVIDE_CAPABILITY);
            model = bundle.headers().getValue(ModelBundle.HEADER) != null || offered != null && offered.contains(MODEL_SERVICE);
        } catch (Rejection unreadable) {
            // It stays without a name; the framework could read it.
        }
        RefusedModel refused = new RefusedModel(name, version, "the file " + file.getFileName() + " is not installed, because " + why);
        files.put(file, new RefusedFile(file, Sha256.of(jar), name, version, "It is not installed, because " + why + ".",
                model ? context.registerService(RefusedModel.class, refused, null) : null));
        changed.run();
    }

    /** Says that a file is one no longer. */
    void remove(Path file) {
        RefusedFile before = files.remove(file);
        if (before != null) {
            if (before.listed() != null) {
                before.listed().unregister();
            }
            changed.run();
        }
    }
}
