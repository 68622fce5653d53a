package spine.launcher.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import spine.common.bundle.HeaderClause;
import spine.common.file.BoundedFile;
import spine.common.settings.MetatypeAttribute;
import spine.common.settings.MetatypeDocument;

/**
 * A bundle as its jar says.
 *
 * @param name its symbolic name; empty if it is no bundle
 * @param version as it is written
 * @param exported packages
 * @param settings by PID
 */
record BundleJar(String name, String version, List<String> exported, Map<String, List<MetatypeAttribute>> settings) {
    /** Bytes of a manifest or a description that are read. */
    private static final int MOST_BYTES = 4 << 20;

    /** @throws IOException if it is no whole jar */
    static BundleJar of(Path jar) throws IOException {
        BoundedFile.requireRegular(jar);
        new JarFile(jar.toFile(), false).close();   // reads the directory at the end, which a stream does not
        try (InputStream in = Files.newInputStream(jar)) {
            return read(in);
        }
    }

    /** @param in a jar, read to its end @throws IOException if it is no whole jar */
    static BundleJar read(InputStream in) throws IOException {
        Attributes manifest = new Attributes();
        Map<String, List<MetatypeAttribute>> settings = new TreeMap<>();
        ZipInputStream jar = new ZipInputStream(in);
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                manifest = new Manifest(new ByteArrayInputStream(jar.readNBytes(MOST_BYTES))).getMainAttributes();
            } else if (entry.getName().startsWith(MetatypeDocument.FOLDER + "/") && entry.getName().endsWith(".xml")) {
                settings.putAll(MetatypeDocument.read(new ByteArrayInputStream(jar.readNBytes(MOST_BYTES))));
            }
        }
        return new BundleJar(first(manifest.getValue("Bundle-SymbolicName")), first(manifest.getValue("Bundle-Version")),
                names(manifest.getValue("Export-Package")), settings);
    }

    private static String first(String header) {
        return names(header).stream().findFirst().orElse("");
    }

    private static List<String> names(String header) {
        return HeaderClause.parse(header).stream().flatMap(clause -> clause.names().stream()).toList();
    }
}
