package spine.tck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** What the container takes from the class path of the test: the packages of spine.api, spine.dicom and slf4j, in their own versions. */
final class SharedPackages {
    private static final String API = "spine.api";
    private static final List<String> BUNDLES = List.of(API, "spine.dicom", "slf4j.api");

    private SharedPackages() {
    }

    /** As the value of {@link Constants#FRAMEWORK_SYSTEMPACKAGES_EXTRA}. */
    static String find() throws IOException {
        Map<String, String> exports = new TreeMap<>();
        for (URL url : Collections.list(SharedPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                Attributes manifest = new Manifest(in).getMainAttributes();
                String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
                if (name != null && BUNDLES.contains(name.split(";")[0])) {
                    exports.putIfAbsent(name.split(";")[0], manifest.getValue(Constants.EXPORT_PACKAGE));
                }
            }
        }
        if (!exports.containsKey(API)) {
            throw new IllegalStateException("spine.api is not on the class path as a jar; run mvn verify, or install spine.api first");
        }
        return String.join(",", exports.values());
    }
}
