package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.score.Score;
import wrong.LeakingActivator;

class WrongBundleTest {
    private static Path jar;

    @TempDir
    static Path folder;

    @BeforeEach
    void needsTheContractsAsABundle() {
        assumeTrue(Score.class.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith(".jar"),
                "skipped: spine.api is not packaged before mvn package");
    }

    @Test
    void oneThatLeavesAThreadAndHidesItsVersion() throws IOException {
        bundle("Import-Package: org.osgi.framework;version=\"[1.8,2)\",spine.api.score;version=\"[1.1,2)\","
                + "spine.api.anatomy;version=\"[2.0,3)\"");
        assertEquals(Set.of("itStartsAndItsServicesCarryTheirProperties", "nothingIsLeftWhenItStopsAndItStartsAgain"),
                Verdict.of(Leaking.class).failed());
        assertTrue(Verdict.of(Leaking.class).reasons().contains("index.version"));
    }

    @Test
    void oneThatImportsWhatNobodyExportsAndWhateverItLikes() throws IOException {
        bundle("Import-Package: org.example.absent,spine.api.score\nDynamicImport-Package: *");
        assertTrue(Verdict.of(Leaking.class).failed().contains("theManifestKeepsTheRules"));
        assertTrue(Verdict.of(Leaking.class).reasons().contains("org.example.absent"), "the missing package is named");
    }

    private static void bundle(String headers) throws IOException {
        Manifest manifest = new Manifest();
        try (InputStream text = new ByteArrayInputStream(("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: wrong\n"
                + "Bundle-Version: 1.0.0\nBundle-Activator: wrong.LeakingActivator\n" + headers + "\n").getBytes("UTF-8"))) {
            manifest.read(text);
        }
        jar = Files.createTempFile(folder, "wrong", ".jar");
        String name = "wrong/LeakingActivator.class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = LeakingActivator.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }

    static class Leaking extends BundleContract {
        @Override
        protected Path bundle() {
            return jar;
        }
    }
}
