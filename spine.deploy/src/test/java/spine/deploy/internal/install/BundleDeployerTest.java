package spine.deploy.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class BundleDeployerTest {
    @TempDir
    private Path work;
    /** Marks of contents that the platform refuses. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private Framework framework;
    private BundleDeployer dropped;
    private File file;

    @BeforeEach
    void start() throws Exception {
        file = work.resolve("a model.jar").toFile();
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, work.resolve("storage").toString(), "felix.log.level", "0"));
        framework.start();
        BundleLifecycle runner = new BundleLifecycle(framework.getBundleContext(), 1, Duration.ofSeconds(20));
        dropped = new BundleDeployer(framework.getBundleContext(), runner,
                id -> refused.contains(mark(framework.getBundleContext().getBundle(id))) ? List.of("The model is refused: it is bad.") : List.of());
        framework.getBundleContext().registerService(CollisionHook.class, dropped, null);
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void aNewContentTakesThePlaceOfTheOneBefore() throws Exception {
        bring("1.0.0", "first");
        bring("1.0.0", "the same version again");
        assertEquals(Set.of("active the same version again"), state());
        bring("1.1.0", "newer");
        bring("1.0.0", "older");
        assertEquals(Set.of("active older"), state());
        dropped.remove(file);
        assertEquals(Set.of(), state());
    }

    @Test
    void whatIsRefusedLeavesTheOneBeforeServing() throws Exception {
        refused.addAll(Set.of("bad", "worse"));
        bring("1.0.0", "good");
        bring("1.0.0", "bad");
        assertEquals(Set.of("active bad", "active good"), state());
        bring("2.0.0", "worse");
        assertEquals(Set.of("active good", "active worse"), state());
        bring("2.0.0", "better");
        assertEquals(Set.of("active better"), state());
    }

    @Test
    void whatIsNoBundleLeavesTheOneBeforeServing() throws Exception {
        bring("1.0.0", "good");
        Files.writeString(file.toPath(), "PK no zip");
        dropped.bring(file);
        assertEquals(Set.of("active good"), state());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file.toPath()))) {
            out.putNextEntry(new ZipEntry("about.txt"));
        }
        dropped.bring(file);
        assertEquals(Set.of("active good"), state());
    }

    @Test
    void whatLacksSomethingLeavesTheOneBeforeServingUntilItHasAll() throws Exception {
        bring("1.0.0", "good");
        write(file, "1.1.0", "demanding", "Import-Package", "later");
        dropped.bring(file);
        assertEquals(Set.of("active good", "down demanding"), state());
        File other = work.resolve("other.jar").toFile();
        write(other, "3.0.0", "provider", "Export-Package", "later");
        dropped.bring(other);
        assertEquals(Set.of("active demanding", "active provider"), state());
    }

    @Test
    void aSingletonIsReplaced() throws Exception {
        write(file, "1.0.0", "first", Constants.BUNDLE_SYMBOLICNAME, "single; singleton := true");
        dropped.bring(file);
        write(file, "1.1.0", "second", Constants.BUNDLE_SYMBOLICNAME, "single; singleton := true");
        dropped.bring(file);
        assertEquals(Set.of("active second"), state());
    }

    @Test
    void afterARestartTheSameServes() throws Exception {
        refused.add("bad");
        bring("1.0.0", "good");
        bring("1.1.0", "bad");
        framework.stop();
        framework.waitForStop(0);
        framework.start();
        assertEquals(Set.of("down bad", "down good"), state());
        BundleLifecycle runner = new BundleLifecycle(framework.getBundleContext(), 1, Duration.ofSeconds(20));
        new BundleDeployer(framework.getBundleContext(), runner, id -> refused.contains(mark(framework.getBundleContext().getBundle(id)))
                ? List.of("The model is refused: it is bad.") : List.of()).bring(file);
        assertEquals(Set.of("active bad", "active good"), state());
    }

    private void bring(String version, String mark) throws IOException {
        write(file, version, mark, "X-Nothing", "none");
        dropped.bring(file);
    }

    /** What the installed bundles are marked with. */
    private Set<String> state() {
        return Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getBundleId() != 0)
                .map(bundle -> (bundle.getState() == Bundle.ACTIVE ? "active " : "down ") + mark(bundle))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String mark(Bundle bundle) {
        return bundle.getHeaders("").get("X-Mark");
    }

    private static void write(File jar, String version, String mark, String header, String value) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, header.equals("Export-Package") ? "provider" : "model");
        main.putValue(Constants.BUNDLE_VERSION, version);
        main.putValue("X-Mark", mark);
        main.putValue(header, value);
        try (OutputStream out = Files.newOutputStream(jar.toPath()); JarOutputStream content = new JarOutputStream(out, manifest)) {
            content.putNextEntry(new ZipEntry("later/about.txt"));
        }
        assertTrue(jar.length() > 0);
    }
}
