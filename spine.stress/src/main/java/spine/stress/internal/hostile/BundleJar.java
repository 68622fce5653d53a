package spine.stress.internal.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import spine.api.score.ScoringIndex;

/** A bundle in the making. */
public final class BundleJar {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** A bundle with one file of text. */
    public BundleJar(String name, String version) {
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", name).header("Bundle-Version", version);
        text("about.txt", name + " " + version);
    }

    private BundleJar(byte[] jar) throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar), false)) {
            manifest.read(new ByteArrayInputStream(bytes(in.getManifest())));
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    /** What a jar holds, signature files included. */
    public static BundleJar of(byte[] jar) throws IOException {
        return new BundleJar(jar);
    }

    public BundleJar header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    public BundleJar text(String path, String content) {
        entries.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The class alone, as a scoring index of that id. */
    public BundleJar index(String id, Class<? extends ScoringIndex> index) throws IOException {
        String path = index.getName().replace('.', '/') + ".class";
        try (InputStream in = index.getResourceAsStream("/" + path)) {
            entries.put(path, in.readAllBytes());
        }
        String component = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + id + "\">"
                + property(ScoringIndex.INDEX_ID, id) + property(ScoringIndex.INDEX_VERSION, "1.0.0")
                + "<service><provide interface=\"" + ScoringIndex.class.getName() + "\"/></service><implementation class=\""
                + index.getName() + "\"/></scr:component>";
        return text("OSGI-INF/component.xml", component).header("Service-Component", "OSGI-INF/component.xml")
                .header("Import-Package", ScoringIndex.class.getPackageName()).header("Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar.toByteArray();
    }

    private static String property(String name, String value) {
        return "<property name=\"" + name + "\" type=\"String\" value=\"" + value + "\"/>";
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }
}
