package spine.itest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle of a few classes of this test, as a third party might drop it. */
final class SmallBundle {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SmallBundle(String name, List<Class<?>> classes) throws IOException {
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "org.osgi.framework,spine.api.anatomy,spine.api.score");
        for (Class<?> type : classes) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                entries.put(path, in.readAllBytes());
            }
        }
    }

    static SmallBundle withActivator(String name, Class<?> activator, Class<?>... others) throws IOException {
        SmallBundle bundle = new SmallBundle(name, List.of(activator));
        bundle.add(others);
        bundle.manifest.getMainAttributes().putValue("Bundle-Activator", activator.getName());
        return bundle;
    }

    /** @param activate the method that Declarative Services calls, empty if there is none */
    static SmallBundle withIndex(String id, Class<? extends TrialIndex> index, String activate, Class<?>... others) throws IOException {
        SmallBundle bundle = new SmallBundle("trial." + id, List.of(index));
        bundle.add(others);
        Attributes main = bundle.manifest.getMainAttributes();
        main.putValue("Service-Component", "OSGI-INF/index.xml");
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        bundle.entries.put("OSGI-INF/index.xml", ("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"trial." + id
                + "\"" + (activate.isEmpty() ? "" : " activate=\"" + activate + "\"") + "><property name=\"index.id\" type=\"String\" value=\""
                + id + "\"/><property name=\"index.version\" type=\"String\" value=\"1.0.0\"/>"
                + "<service><provide interface=\"spine.api.score.ScoringIndex\"/></service><implementation class=\"" + index.getName()
                + "\"/></scr:component>").getBytes(StandardCharsets.UTF_8));
        return bundle;
    }

    private void add(Class<?>... others) throws IOException {
        entries.putAll(new SmallBundle("none", List.of(others)).entries);
    }

    /** Writes it beside, then renames it. */
    Path drop(Path folder) throws IOException {
        String name = manifest.getMainAttributes().getValue("Bundle-SymbolicName") + ".jar";
        Path part = folder.resolve(name + ".part");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(part), manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
