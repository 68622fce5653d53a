package spine.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import spine.api.report.ReportWriter;

/** The bundle of {@link HaltingWriter}. */
final class DeployedWriter {

    private DeployedWriter() {
    }

    static void drop(Path home) throws IOException {
        String name = HaltingWriter.class.getName();
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "trial.writer");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", "spine.api.report,spine.api.image");
        main.putValue("Service-Component", "OSGI-INF/component.xml");
        main.putValue("Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        String component = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"trial.writer\"><property name=\""
                + ReportWriter.FORMAT + "\" type=\"String\" value=\"" + HaltingWriter.FORMAT + "\"/><service><provide interface=\""
                + ReportWriter.class.getName() + "\"/></service><implementation class=\"" + name + "\"/></scr:component>";
        Path folder = Files.createDirectories(home.resolve("deploy"));
        String path = name.replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve("trial.writer.jar")), manifest);
                InputStream in = HaltingWriter.class.getClassLoader().getResourceAsStream(path)) {
            out.putNextEntry(new JarEntry(path));
            in.transferTo(out);
            out.closeEntry();
            out.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            out.write(component.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
