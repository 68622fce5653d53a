package spine.deploy.internal.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import spine.common.bundle.IsolatedBundle;

/**
 * A bundle in place of a foreign one: its name, version, requirements and descriptions of components and settings, but no code; the foreign
 * jar lies in it as a file. So everything that is known of a bundle by its name, its place and its wires stays as it is, and nothing
 * foreign can be loaded.
 */
public final class StandIn {
    private static final List<String> SERVICES = List.of("spine.api.score.ScoringIndex", "spine.api.model.SegmentationModel");
    private static final String COMPONENTS = "Service-Component";
    /** Bytes that are read of one description, and of all together. */
    private static final int MOST_DESCRIPTION = 1 << 20;
    /** What does not make the framework load or start anything. */
    private static final List<String> KEPT = List.of(Constants.BUNDLE_NAME, Constants.BUNDLE_SYMBOLICNAME, Constants.BUNDLE_VERSION,
            Constants.IMPORT_PACKAGE, Constants.EXPORT_PACKAGE, Constants.REQUIRE_BUNDLE, Constants.REQUIRE_CAPABILITY,
            Constants.PROVIDE_CAPABILITY);

    private StandIn() {
    }

    /** Whether a bundle is one. */
    public static boolean is(Bundle bundle) {
        return bundle.getHeaders("").get(IsolatedBundle.HEADER) != null;
    }

    /**
     * Whether an installed bundle has the wrong form: a stand-in where code runs inside of the platform, or the other way round as far as
     * its headers tell.
     */
    public static boolean isMisplaced(Bundle bundle, boolean isolating) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        String offered = headers.get(Constants.PROVIDE_CAPABILITY);
        return isolating ? !is(bundle) && (headers.get(Constants.BUNDLE_ACTIVATOR) != null || headers.get(COMPONENTS) != null
                || offered != null && offers(offered)) : is(bundle);
    }

    /**
     * The stand-in for a foreign jar; the same jar gives the same bytes.
     *
     * @return empty if it is to be installed as it is: its components offer neither an index nor a model, and it has no activator, of which
     *     nobody would know what it offers. So are weights without code, readers, writers, engines and fragments
     */
    public static Optional<byte[]> of(byte[] jar) throws IOException {
        // By the table at the end of the jar, as the framework reads it: the entries in their order may be others.
        Path copy = Files.createTempFile("spine", ".jar");
        try {
            Files.write(copy, jar);
            try (JarFile file = new JarFile(copy.toFile(), false)) {
                return file.getManifest() != null && isFor(file) ? Optional.of(of(file, jar)) : Optional.empty();
            }
        } finally {
            Files.delete(copy);
        }
    }

    private static boolean isFor(JarFile jar) throws IOException {
        Attributes headers = jar.getManifest().getMainAttributes();
        String offered = headers.getValue(Constants.PROVIDE_CAPABILITY);
        return headers.getValue(Constants.FRAGMENT_HOST) == null
                && (headers.getValue(Constants.BUNDLE_ACTIVATOR) != null || offered != null && offers(offered)
                || Collections.list(jar.entries()).stream().anyMatch(entry -> offers(jar, entry)));
    }

    private static byte[] of(JarFile jar, byte[] content) throws IOException {
        Attributes foreign = jar.getManifest().getMainAttributes();
        Manifest manifest = new Manifest();
        Attributes own = manifest.getMainAttributes();
        own.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        own.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        for (String header : KEPT) {
            if (foreign.getValue(header) != null) {
                own.putValue(header, foreign.getValue(header));
            }
        }
        String extender = "osgi.extender;filter:=\"(osgi.extender=" + IsolatedBundle.EXTENDER + ")\"";
        String required = own.getValue(Constants.REQUIRE_CAPABILITY);
        own.putValue(Constants.REQUIRE_CAPABILITY, required == null ? extender : required + "," + extender);
        own.putValue(IsolatedBundle.HEADER, IsolatedBundle.JAR);
        Map<String, byte[]> entries = new LinkedHashMap<>(descriptions(jar));
        entries.put(IsolatedBundle.JAR, content);
        return write(manifest, entries);
    }

    private static boolean offers(String text) {
        return SERVICES.stream().anyMatch(text::contains);
    }

    private static boolean offers(JarFile jar, JarEntry entry) {
        try {
            return isDescription(entry) && offers(new String(read(jar, entry), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of components, so that the settings which they read can be told, and of settings, so that these are checked. */
    private static Map<String, byte[]> descriptions(JarFile jar) throws IOException {
        Map<String, byte[]> descriptions = new LinkedHashMap<>();
        int size = 0;
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (isDescription(entry) && entry.getName().matches("OSGI-INF/(metatype/)?[^/]+")) {
                byte[] description = read(jar, entry);
                size += description.length;
                if (size > MOST_DESCRIPTION) {
                    throw new IOException("its descriptions of components and settings are longer than " + MOST_DESCRIPTION + " bytes");
                }
                descriptions.put(entry.getName(), description);
            }
        }
        return descriptions;
    }

    private static boolean isDescription(JarEntry entry) {
        return !entry.isDirectory() && entry.getName().endsWith(".xml");
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(MOST_DESCRIPTION);
        }
    }

    private static byte[] write(Manifest manifest, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            ByteArrayOutputStream headers = new ByteArrayOutputStream();
            manifest.write(headers);
            put(out, JarFile.MANIFEST_NAME, headers.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        // The jar in it is compressed already.
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
