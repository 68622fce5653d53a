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

import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.score.ScoringIndex;

/** A bundle of a few classes of this test, as a third party might drop it. */
final class SmallBundle {
    private final Manifest manifest = new Manifest();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SmallBundle(String name, String version, List<Class<?>> classes) throws IOException {
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "org.osgi.framework,spine.api,spine.api.anatomy,spine.api.image,spine.api.model,spine.api.score");
        for (Class<?> type : classes) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                entries.put(path, in.readAllBytes());
            }
        }
    }

    static SmallBundle withActivator(String name, Class<?> activator, Class<?>... others) throws IOException {
        SmallBundle bundle = new SmallBundle(name, "1.0.0", List.of(activator));
        bundle.add(others);
        bundle.manifest.getMainAttributes().putValue("Bundle-Activator", activator.getName());
        return bundle;
    }

    /** @param activate the method that Declarative Services calls, {@code activate} or {@code deactivate}; empty if there is none */
    static SmallBundle withIndex(String id, Class<? extends TrialIndex> index, String activate, Class<?>... others) throws IOException {
        SmallBundle bundle = new SmallBundle("trial." + id, "1.0.0", List.of(index));
        bundle.add(others);
        bundle.component(index, ScoringIndex.class, activate, Map.of(ScoringIndex.INDEX_ID, id, ScoringIndex.INDEX_VERSION, "1.0.0"));
        return bundle;
    }

    /** Gives it another symbolic name. */
    SmallBundle named(String name) {
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        return this;
    }

    /** The model and the bundle have the version of the class. */
    static SmallBundle withModel(String name, Class<? extends TrialModel> model, Class<?>... others) throws IOException {
        SmallBundle bundle = new SmallBundle(name, TrialModel.version(model), List.of(model));
        bundle.add(others);
        bundle.component(model, SegmentationModel.class, "", Map.of(SegmentationModel.MODEL_ROLE, ModelRole.OEDEMA,
                SegmentationModel.MODEL_ID, TrialModel.ID, SegmentationModel.MODEL_VERSION, TrialModel.version(model)));
        return bundle;
    }

    private void component(Class<?> implementation, Class<?> service, String activate, Map<String, String> properties) {
        Attributes main = manifest.getMainAttributes();
        main.putValue("Service-Component", "OSGI-INF/component.xml");
        main.putValue("Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        StringBuilder xml = new StringBuilder("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"")
                .append(main.getValue("Bundle-SymbolicName")).append('"')
                .append(activate.isEmpty() ? "" : ' ' + activate + "=\"" + activate + '"').append('>');
        properties.forEach((name, value) -> xml.append("<property name=\"").append(name).append("\" type=\"String\" value=\"").append(value)
                .append("\"/>"));
        xml.append("<service><provide interface=\"").append(service.getName()).append("\"/></service><implementation class=\"")
                .append(implementation.getName()).append("\"/></scr:component>");
        entries.put("OSGI-INF/component.xml", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(Class<?>... others) throws IOException {
        entries.putAll(new SmallBundle("none", "1.0.0", List.of(others)).entries);
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
