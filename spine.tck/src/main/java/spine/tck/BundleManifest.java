package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/** What the manifest of an extension may and may not say. */
final class BundleManifest {
    private static final Pattern CLAUSE = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\"[^,\"]*)*)?)(?:,|$)");
    private static final List<String> ALLOWED = List.of("java.", "javax.", "org.w3c.dom", "org.xml.sax", "org.osgi.", "org.slf4j");
    /** Bundles of contracts, each the root of its packages: of the platform, and of the DICOM toolkit for the author of a codec. */
    private static final List<String> CONTRACTS = List.of("spine.api", "spine.dicom");

    private final Attributes attributes;

    BundleManifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            attributes = file.getManifest().getMainAttributes();
            assertTrue(file.stream().noneMatch(entry -> entry.getName().startsWith("spine/api/")),
                    "the bundle carries classes of spine.api; give the dependency the scope provided");
        }
    }

    void check() {
        assertEquals("2", attributes.getValue(Constants.BUNDLE_MANIFESTVERSION), "this is no OSGi bundle: "
                + Constants.BUNDLE_MANIFESTVERSION);
        assertTrue(attributes.getValue(Constants.BUNDLE_SYMBOLICNAME) != null, "the bundle has no symbolic name");
        Words.assertVersion(attributes.getValue(Constants.BUNDLE_VERSION), Constants.BUNDLE_VERSION);
        for (String header : List.of(Constants.FRAGMENT_HOST, Constants.DYNAMICIMPORT_PACKAGE, Constants.REQUIRE_BUNDLE,
                Constants.BUNDLE_NATIVECODE)) {
            assertNull(attributes.getValue(header), "the platform takes no bundle with " + header);
        }
        String imports = attributes.getValue(Constants.IMPORT_PACKAGE);
        Matcher clause = CLAUSE.matcher(imports == null ? "" : imports);
        while (clause.find()) {
            checkImport(clause.group(1), clause.group(2));
        }
    }

    private static void checkImport(String name, String rest) {
        Optional<String> contracts = CONTRACTS.stream().filter(bundle -> name.equals(bundle) || name.startsWith(bundle + ".")).findFirst();
        if (contracts.isPresent()) {
            assertTrue(rest.matches(".*version=\"[\\[(][^\"]+,[^\"]+[\\])]\".*"),
                    "the import of " + name + " has no version range, so a later " + contracts.get()
                    + " that no longer fits would be accepted");
        } else {
            assertTrue(rest.contains("resolution:=optional") || ALLOWED.stream().anyMatch(name::startsWith),
                    "the platform offers no package " + name + "; carry the library inside the bundle");
        }
    }
}
