package spine.deploy.internal.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import spine.deploy.internal.Rejection;

/**
 * A bundle by its manifest.
 *
 * @param headers main attributes of the manifest
 */
public record BundleIdentity(String symbolicName, Version version, Attributes headers) {
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @param jar has passed {@link ArchiveValidator} */
    public static BundleIdentity of(Path jar) throws Rejection {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                throw new Rejection("It has no manifest.");
            }
            return of(manifest.getMainAttributes());
        } catch (IOException e) {
            throw new Rejection("Its manifest cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public static BundleIdentity of(Attributes headers) throws Rejection {
        if (!"2".equals(headers.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw new Rejection("It is not an OSGi bundle: its manifest lacks 'Bundle-ManifestVersion: 2'.");
        }
        String name = HeaderClause.parse(headers.getValue(Constants.BUNDLE_SYMBOLICNAME)).stream().findFirst()
                .map(clause -> clause.names().get(0)).orElse("");
        if (!SYMBOLIC_NAME.matcher(name).matches()) {
            throw new Rejection("Its Bundle-SymbolicName '" + name + "' is not valid.");
        }
        String version = headers.getValue(Constants.BUNDLE_VERSION);
        if (version == null) {
            throw new Rejection("Its manifest lacks Bundle-Version.");
        }
        try {
            return new BundleIdentity(name, Version.parseVersion(version), headers);
        } catch (IllegalArgumentException e) {
            throw new Rejection("Its Bundle-Version '" + version + "' is not valid.", e);
        }
    }

    @Override
    public String toString() {
        return symbolicName + " " + version;
    }
}
