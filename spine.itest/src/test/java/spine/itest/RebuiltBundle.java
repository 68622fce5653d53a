package spine.itest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The same bundle under a higher version, as a new build would give it. */
final class RebuiltBundle {

    private RebuiltBundle() {
    }

    /** @return a jar in the folder with the next minor version of the installed bundle */
    static Path withNextMinorVersion(Bundle bundle, Path folder) throws IOException {
        Version version = bundle.getVersion();
        Version next = new Version(version.getMajor(), version.getMinor() + 1, 0);
        URI original = URI.create(bundle.getLocation().replaceFirst("^reference:", ""));
        try (InputStream file = Files.newInputStream(Path.of(original))) {
            return rebuild(file, bundle.getSymbolicName(), next.toString(), folder);
        }
    }

    /** @return a jar in the folder with that version of a bundle of the delivered application */
    static Path of(String name, String version, Path folder) throws IOException {
        try (JarFile app = new JarFile(System.getProperty("it.app"))) {
            JarEntry packed = app.stream().filter(entry -> entry.getName().matches("jar/" + Pattern.quote(name) + "-[0-9.]*\\.jar"))
                    .findFirst().orElseThrow(() -> new IOException("the application has no bundle " + name));
            try (InputStream file = app.getInputStream(packed)) {
                return rebuild(file, name, version, folder);
            }
        }
    }

    private static Path rebuild(InputStream original, String name, String version, Path folder) throws IOException {
        Path jar = folder.resolve(name + "-" + version + ".jar");
        try (JarInputStream in = new JarInputStream(original)) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
