package spine.stress.internal.bundle;

import java.io.IOException;
import java.util.Arrays;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Versions of one model bundle, made on the fly. Odd ones see the images at another pixel spacing than even ones, so that
 * the two answer differently and a study that mixed them would be found out.
 */
public final class ModelJars {
    /** The model that is swapped, and its bundle. */
    public static final String MODEL = "spine.model.bmo";
    private static final String SPACING = "\"spacingMm\" : \"1.0\"";
    private static final String OTHER_SPACING = "\"spacingMm\" : \"1.15\"";

    private final BundleCopy even;
    private final BundleCopy odd;
    private int last;

    public ModelJars(Bundle model) throws IOException {
        this.even = new BundleCopy(model);
        this.odd = new BundleCopy(model);
        odd.replace("card.json", SPACING, OTHER_SPACING);
    }

    /** The bundle that this platform was delivered with, of which versions can be made. */
    public static Bundle delivered(BundleContext context) {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(MODEL)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no bundle " + MODEL));
    }

    /** @param version of the model @param jar the bundle */
    public record VersionedJar(String version, byte[] jar) {
    }

    /** The next higher version. */
    public VersionedJar next() throws IOException {
        last++;
        String version = "9.0." + last;
        BundleCopy copy = isOdd(version) ? odd : even;
        copy.header("Bundle-Version", version);
        return new VersionedJar(version, copy.jar());
    }

    public static boolean isOdd(String version) {
        return Integer.parseInt(version.substring(version.lastIndexOf('.') + 1)) % 2 == 1;
    }
}
