package spine.deploy.internal.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.felix.framework.cache.BundleCache;
import spine.deploy.internal.Rejection;

/**
 * What the fuzzer calls for manifests: each is refused in a sentence, or accepted, and then the framework reads the same headers from it.
 */
public final class FuzzManifest {
    private static final ManifestPolicy POLICY = new ManifestPolicy(List.of("spine.api.*", "org.osgi.framework", "org.slf4j"));
    private static final PlatformPackages PLATFORM = new PlatformPackages(Set.of("spine.api.score", "com.fasterxml.jackson.databind"));
    private static final List<String> SEEDS = List.of("Import-Package: spine.api.score;version=\"[1.0,2)\",acme.own\r\n"
            + "Export-Package: acme.own;version=1.0;x=\"a,b;c\"\r\n", "DynamicImport-Package: *\r\n", "Fragment-Host: spine.app\r\n",
            "Import-Package: org.osgi.frame\r\n work;resolution:=optional\r\n", "Bundle-NativeCode: a.so;osname=linux\r\n",
            "Require-Capability: osgi.extender;filter:=\"(osgi.extender=spine.unet)\"\r\nProvide-Capability: a;b:List<String>=\"c,d\"\r\n",
            "Bundle-ClassPath: .,lib/a.jar\r\nMulti-Release: true\r\n\r\nName: a/B.class\r\nSHA-256-Digest: x\r\n",
            "Service-Component: OSGI-INF/acme.xml\r\nSpine-Model: model/\r\n", "A: b\rFragment-Host: spine.app\r\n");

    private FuzzManifest() {
    }

    /** @param arguments the folder for the inputs to begin with */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 0; i < SEEDS.size(); i++) {
            Files.writeString(folder.resolve("seed-" + i), "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\n"
                    + "Bundle-SymbolicName: acme.index;singleton:=true\r\nBundle-Version: 1.2.3.q\r\n" + SEEDS.get(i));
        }
    }

    /** Returns for every input; any exception but a rejection is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        BundleIdentity bundle;
        try {
            bundle = BundleIdentity.of(data);
            POLICY.check(bundle, PLATFORM);
        } catch (Rejection refused) {
            FuzzArchive.oneSentence(refused);
            return;
        }
        Map<String, String> checked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        bundle.headers().forEach((name, value) -> checked.put(name.toString(), value.toString().strip()));
        Map<String, String> framework = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        BundleCache.getMainAttributes(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new ByteArrayInputStream(data), data.length)
                .forEach((name, value) -> framework.put(name, value.toString().strip()));
        if (!checked.equals(framework)) {
            throw new IllegalStateException(checked + " was checked, and the framework reads " + framework);
        }
    }
}
