package spine.isolation.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import spine.common.bundle.IsolatedBundle;

/** Writes an installed bundle as a jar, whatever framework keeps it, and wherever. */
final class BundleJar {

    private BundleJar() {
    }

    /** @param bundle with its fragments; of one that stands in for a foreign one, the foreign one */
    static void write(Bundle bundle, Path file) throws IOException {
        String foreign = bundle.getHeaders("").get(IsolatedBundle.HEADER);
        if (foreign != null) {
            try (InputStream in = bundle.getEntry(foreign).openStream()) {
                Files.copy(in, file);
            }
            return;
        }
        Set<String> written = new HashSet<>();
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.setLevel(Deflater.BEST_SPEED);
            // The manifest first, where some expect it.
            write(jar, bundle.getEntry(JarFile.MANIFEST_NAME), written);
            Enumeration<URL> entries = bundle.findEntries("/", "*", true);
            for (URL entry : Collections.list(entries)) {
                write(jar, entry, written);
            }
        }
    }

    private static void write(ZipOutputStream jar, URL entry, Set<String> written) throws IOException {
        String name = entry.getPath().replaceFirst("^/", "");
        if (!name.endsWith("/") && written.add(name)) {
            jar.putNextEntry(new ZipEntry(name));
            try (InputStream in = entry.openStream()) {
                in.transferTo(jar);
            }
            jar.closeEntry();
        }
    }
}
