package spine.app.internal.cli.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferredNetworkTest {
    @TempDir
    private Path folder;

    @Test
    void aBundleThatOffersANetworkIsSeen() throws Exception {
        assertFalse(PreferredNetwork.isOfferedIn(folder.resolve("missing")));
        Files.writeString(folder.resolve("damaged.jar"), "no jar");
        bundle("index.jar", "osgi.service;objectClass:List<String>=\"spine.api.score.ScoringIndex\"");
        assertFalse(PreferredNetwork.isOfferedIn(folder));
        bundle("network.jar", "osgi.service;objectClass:List<String>=\"spine.io.dimse.DicomNetwork\";uses:=\"spine.io.dimse\"");
        assertTrue(PreferredNetwork.isOfferedIn(folder));
    }

    private void bundle(String name, String provided) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Provide-Capability", provided);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name)); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }
}
