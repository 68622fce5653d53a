package spine.launcher.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import spine.common.settings.MetatypeAttribute;

/**
 * What the bundles of the run set say of themselves.
 *
 * @param settings by PID
 * @param exported packages
 */
record DeliveredPlatform(Map<String, List<MetatypeAttribute>> settings, Set<String> exported) {
    private static final String BUNDLES = "jar/";

    /** @param jar the run set; one that is none has no bundles */
    static DeliveredPlatform read(Path jar) throws IOException {
        Map<String, List<MetatypeAttribute>> settings = new TreeMap<>();
        Set<String> exported = new TreeSet<>();
        try (JarFile run = new JarFile(jar.toFile(), false)) {
            for (ZipEntry entry : run.stream().filter(e -> e.getName().startsWith(BUNDLES) && e.getName().endsWith(".jar")).toList()) {
                try (InputStream in = run.getInputStream(entry)) {
                    BundleJar bundle = BundleJar.read(in);
                    settings.putAll(bundle.settings());
                    exported.addAll(bundle.exported());
                }
            }
        }
        return new DeliveredPlatform(settings, exported);
    }
}
