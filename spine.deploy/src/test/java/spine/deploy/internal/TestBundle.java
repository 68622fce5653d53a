package spine.deploy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import spine.common.digest.Sha256;

/** A bundle that is written by hand, so that it can have every fault. */
public final class TestBundle {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public TestBundle(String symbolicName, String version) {
        header("Manifest-Version", "1.0").header("Bundle-ManifestVersion", "2").header("Bundle-SymbolicName", symbolicName)
                .header("Bundle-Version", version).entry("OSGI-INF/about.txt", "an extension");
    }

    /** A bundle with a model whose card promises the digest of {@code promised}. */
    public static TestBundle model(String symbolicName, String version, byte[] weights, byte[] promised) throws IOException {
        return new TestBundle(symbolicName, version).header("Spine-Model", "model/")
                .entry("model/card.json", "{\"id\":\"x\",\n \"weightsSha256\" : \"" + Sha256.of(new ByteArrayInputStream(promised)) + "\"}")
                .entry("model/weights.zip", weights);
    }

    public TestBundle header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public TestBundle without(String name) {
        headers.remove(name);
        return this;
    }

    public TestBundle entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestBundle entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public Path write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(out, entry.getKey(), entry.getValue());
            }
        }
        return jar;
    }

    /** Copies a jar with one entry replaced or added, leaving the signature as it is. */
    public static Path tampered(Path jar, String name, String text) throws IOException {
        Path result = jar.resolveSibling("tampered-" + jar.getFileName());
        try (ZipFile in = new ZipFile(jar.toFile()); OutputStream file = Files.newOutputStream(result);
                JarOutputStream out = new JarOutputStream(file)) {
            for (ZipEntry entry : in.stream().filter(e -> !e.getName().equals(name)).toList()) {
                add(out, entry.getName(), in.getInputStream(entry).readAllBytes());
            }
            add(out, name, text.getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }

    /** The same with the manifest changed. */
    public static Path tamperedManifest(Path jar, String from, String to) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile())) {
            String manifest = new String(in.getInputStream(in.getEntry(JarFile.MANIFEST_NAME)).readAllBytes(), StandardCharsets.UTF_8);
            return tampered(jar, JarFile.MANIFEST_NAME, manifest.replace(from, to));
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
