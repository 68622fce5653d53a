package spine.unet.internal.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.model.ModelCard;
import spine.common.digest.Sha256;
import spine.unet.model.ModelCardJson;
import spine.unet.preprocessing.InputRecipe;

class BundlePackerTest {
    private static final byte[] WEIGHTS = "weights".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeModel() throws IOException {
        Files.write(folder.resolve("weights.zip"), WEIGHTS);
        Files.write(folder.resolve("card.json"), ModelCardJson.write(new ModelCard("spine.model.bmo", "1.0.0", "bmo",
                List.of("background", "oedema"), InputRecipe.DEFAULT.toMap(), 0.5,
                "discs", Map.of(), "tests", Sha256.of(WEIGHTS))));
    }

    @Test
    void theJarIsABundleOfCardAndWeightsAlone() throws IOException {
        Path jar = folder.resolve("out").resolve("model.jar");
        new BundlePacker().pack(folder, "1.3.0", jar);
        try (JarFile opened = new JarFile(jar.toFile())) {
            assertEquals(List.of("META-INF/MANIFEST.MF", "model/card.json", "model/weights.zip"),
                    opened.stream().map(JarEntry::getName).toList());
            Attributes manifest = opened.getManifest().getMainAttributes();
            assertEquals("spine.model.bmo", manifest.getValue("Bundle-SymbolicName"));
            assertEquals("1.3.0", manifest.getValue("Bundle-Version"));
            assertEquals("model/", manifest.getValue("Spine-Model"));
            assertTrue(manifest.getValue("Require-Capability").contains("(osgi.extender=spine.unet)"));
            ModelCard card = ModelCardJson.read(opened.getInputStream(opened.getEntry("model/card.json")));
            assertEquals("1.3.0", card.version());
            assertArrayEquals(WEIGHTS, opened.getInputStream(opened.getEntry("model/weights.zip")).readAllBytes());
        }
    }

    /** Bundles that Maven builds and those that are packed after a training are the same to a resolver and to the extender. */
    @Test
    void theHeadersAreThoseOfBundlesBuiltByMaven() throws IOException {
        Properties instructions = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("..", "cnf", "model.bnd"))) {
            instructions.load(in);
        }
        Path jar = folder.resolve("model.jar");
        new BundlePacker().pack(folder, "1.0.0", jar);
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (String header : List.of("Spine-Model", "Provide-Capability", "Require-Capability")) {
                assertEquals(instructions.getProperty(header), opened.getManifest().getMainAttributes().getValue(header), header);
            }
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.jar");
        Path second = folder.resolve("second.jar");
        new BundlePacker().pack(folder, "1.0.0", first);
        new BundlePacker().pack(folder, "1.0.0", second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void weightsOfAnotherModelAreNotPacked() throws IOException {
        Files.writeString(folder.resolve("weights.zip"), "others");
        Path jar = folder.resolve("model.jar");
        assertThrows(IOException.class, () -> new BundlePacker().pack(folder, "1.0.0", jar));
        assertFalse(Files.exists(jar));
    }

    @Test
    void aVersionIsNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new BundlePacker().pack(folder, "newest", folder.resolve("model.jar")));
    }
}
