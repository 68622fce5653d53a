package spine.deploy.internal.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import spine.common.bundle.HeaderClause;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.archive.ArchiveValidator;
import spine.deploy.internal.archive.ManifestText;

/**
 * A bundle by its manifest.
 *
 * @param headers main attributes of the manifest
 */
public record BundleIdentity(String symbolicName, Version version, Attributes headers) {
    /** More than {@link ArchiveValidator} lets through. */
    private static final int MOST_MANIFEST_BYTES = 16 << 20;
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @param jar a zip file; its entries need not have been checked */
    public static BundleIdentity of(Path jar) throws Rejection {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            ZipEntry manifest = file.getEntry(JarFile.MANIFEST_NAME);
            if (manifest == null) {
                throw new Rejection("It has no manifest.");
            }
            try (InputStream in = file.getInputStream(manifest)) {
                return of(in.readNBytes(MOST_MANIFEST_BYTES));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Rejection("Its manifest cannot be read.", e);
        }
    }

    /** @param manifest the bytes of the entry */
    public static BundleIdentity of(byte[] manifest) throws Rejection {
        return of(ManifestText.headers(manifest));
    }

    private static BundleIdentity of(Attributes headers) throws Rejection {
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
