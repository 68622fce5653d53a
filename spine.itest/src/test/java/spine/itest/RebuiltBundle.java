package spine.itest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

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
        Path jar = folder.resolve(bundle.getSymbolicName() + "-" + next + ".jar");
        URI original = URI.create(bundle.getLocation().replaceFirst("^reference:", ""));
        try (InputStream file = Files.newInputStream(Path.of(original)); JarInputStream in = new JarInputStream(file)) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, next.toString());
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
