package spine.deploy.internal.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.deploy.internal.TestBundle;

class StandInTest {
    private static final String INDEX = component("spine.api.score.ScoringIndex");

    @TempDir
    private Path work;

    @Test
    void itHasTheNameOfTheForeignBundleAndNoneOfItsCode() throws Exception {
        byte[] jar = jar(new TestBundle("acme;singleton:=true", "1.2.3").header("Import-Package", "spine.api.score")
                .header("Service-Component", "OSGI-INF/a.xml").header("Bundle-ClassPath", ".,lib/more.jar")
                .header("DynamicImport-Package", "*").entry("OSGI-INF/a.xml", INDEX)
                .entry("OSGI-INF/metatype/a.xml", "<settings/>").entry("acme/Index.class", "code")
                .entry("lib/more.jar", "code").entry("OSGI-INF/configurator/a.json", "{}")
                .entry("OSGI-INF/blueprint/a.xml", "<blueprint/>"));
        byte[] standIn = StandIn.of(jar).orElseThrow();
        assertArrayEquals(standIn, StandIn.of(jar).orElseThrow());
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Manifest manifest;
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(standIn))) {
            manifest = in.getManifest();
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        assertEquals(Set.of("OSGI-INF/a.xml", "OSGI-INF/metatype/a.xml", "isolated.jar"), entries.keySet());
        assertArrayEquals(jar, entries.get("isolated.jar"));
        assertEquals("acme;singleton:=true", manifest.getMainAttributes().getValue("Bundle-SymbolicName"));
        assertEquals("1.2.3", manifest.getMainAttributes().getValue("Bundle-Version"));
        assertEquals("spine.api.score", manifest.getMainAttributes().getValue("Import-Package"));
        assertEquals("osgi.extender;filter:=\"(osgi.extender=spine.isolation)\"",
                manifest.getMainAttributes().getValue("Require-Capability"));
        for (String gone : Set.of("Service-Component", "Bundle-ClassPath", "DynamicImport-Package")) {
            assertNull(manifest.getMainAttributes().getValue(gone));
        }
    }

    /** However it says that it offers one. */
    @ParameterizedTest
    @ValueSource(strings = {"OSGI-INF/a.xml", "a.xml", "deep/down/b.xml", "META-INF/c.xml"})
    void everyIndexAndModelGetsOne(String place) throws IOException {
        assertTrue(isFor(new TestBundle("acme", "1.0.0").entry(place, INDEX)));
        assertTrue(isFor(new TestBundle("acme", "1.0.0").entry(place, component("spine.api.model.SegmentationModel"))));
        assertTrue(isFor(new TestBundle("acme", "1.0.0").entry("OSGI-INF/reader.xml", component("spine.api.image.StudyReader"))
                .entry(place, INDEX)));
    }

    @Test
    void soDoesWhatSaysItInItsManifestOrNotAtAll() throws IOException {
        assertTrue(isFor(new TestBundle("acme", "1.0.0").header("Provide-Capability",
                "osgi.service;objectClass:List<String>=\"spine.api.score.ScoringIndex\"")));
        assertTrue(isFor(new TestBundle("acme", "1.0.0").header("Bundle-Activator", "acme.Activator")));
    }

    @Test
    void weightsReadersAndFragmentsHaveNone() throws IOException {
        assertFalse(isFor(new TestBundle("acme", "1.0.0")));
        assertFalse(isFor(TestBundle.model("acme", "1.0.0", new byte[3], new byte[3])));
        assertFalse(isFor(new TestBundle("acme", "1.0.0").entry("OSGI-INF/a.xml", component("spine.api.image.StudyReader"))));
        assertFalse(isFor(new TestBundle("acme", "1.0.0").header("Fragment-Host", "spine.api").header("Bundle-Activator", "a.A")));
        assertThrows(IOException.class, () -> StandIn.of("no jar that anybody could read".getBytes(StandardCharsets.US_ASCII)));
    }

    private static String component(String service) {
        return "<component><service><provide interface=\"" + service + "\"/></service></component>";
    }

    private boolean isFor(TestBundle bundle) throws IOException {
        return StandIn.of(jar(bundle)).isPresent();
    }

    private byte[] jar(TestBundle bundle) throws IOException {
        return Files.readAllBytes(bundle.write(work.resolve("a.jar")));
    }
}
