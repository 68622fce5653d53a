package spine.stress.internal.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.osgi.framework.Bundle;

/** The content of an installed bundle, from which jars of other versions are made. */
public final class BundleCopy {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Manifest manifest;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public BundleCopy(Bundle bundle) throws IOException {
        try (InputStream in = bundle.getEntry(MANIFEST).openStream()) {
            this.manifest = new Manifest(in);
        }
        List<URL> files = Collections.list(bundle.findEntries("/", "*", true));
        for (URL file : files) {
            String path = file.getPath().substring(1);
            if (!path.endsWith("/") && !path.equals(MANIFEST)) {
                try (InputStream in = file.openStream()) {
                    entries.put(path, in.readAllBytes());
                }
            }
        }
    }

    public void header(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
    }

    /** Replaces a piece of text in every file whose name has that ending; such a piece must be there. */
    public void replace(String ending, String piece, String other) {
        boolean[] found = new boolean[1];
        entries.replaceAll((path, content) -> {
            String text = path.endsWith(ending) ? new String(content, StandardCharsets.UTF_8) : "";
            found[0] |= text.contains(piece);
            return text.contains(piece) ? text.replace(piece, other).getBytes(StandardCharsets.UTF_8) : content;
        });
        if (!found[0]) {
            throw new IllegalStateException("no file " + ending + " has " + piece);
        }
    }

    public byte[] jar() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            out.setLevel(0);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar.toByteArray();
    }
}
