package spine.nd4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.natives.DeliveredLibraries;
import spine.common.natives.LibraryFolder;

/** The native libraries in the jars of this bundle, with which those that were unpacked are compared before any of them is loaded. */
final class DeliveredNatives {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveredNatives.class);
    private static final Pattern OF_A_PLATFORM = Pattern.compile(".*-(linux|windows|macosx)-.*\\.jar");

    private DeliveredNatives() {
    }

    /** @throws IllegalStateException if the folder of what was unpacked cannot be trusted; the message is a sentence */
    static void verify(Bundle bundle) {
        Path folder = Path.of(System.getProperty(NativeSettings.CACHE));
        LibraryFolder unpacked = new LibraryFolder(folder);
        try {
            unpacked.makePrivate();
            List<String> deleted = unpacked.verify(libraries -> compare(bundle, libraries));
            if (!deleted.isEmpty()) {
                LOG.warn("native libraries in {} were not as they are delivered and are unpacked again: {}", folder, deleted);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The folder " + folder + " of native libraries cannot be used by this user alone.", e);
        }
    }

    private static void compare(Bundle bundle, DeliveredLibraries libraries) throws IOException {
        Enumeration<URL> jars = bundle.findEntries("lib", "*.jar", false);
        for (URL jar : jars == null ? List.<URL>of() : Collections.list(jars)) {
            if (OF_A_PLATFORM.matcher(jar.getPath()).matches()) {
                try (InputStream in = jar.openStream()) {
                    libraries.compare(in);
                }
            }
        }
    }
}
