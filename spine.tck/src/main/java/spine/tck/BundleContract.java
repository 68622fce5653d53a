package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * The contract of a finished bundle, tried in a small container: what its manifest says, that it resolves and starts, that its
 * services carry the properties they are found by, and that nothing of it is left when it stops. An empty subclass whose name
 * ends in {@code IT} is enough; the failsafe plugin runs it after the jar was made.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class BundleContract {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long STEP_MILLIS = 50;

    @TempDir
    Path folder;

    /** The jar; the only bundle in {@code target} unless this is overridden. */
    protected Path bundle() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> bundles = files.filter(BundleContract::isBundle).toList();
            assertEquals(1, bundles.size(), "bundles in target, of which there has to be one: " + bundles);
            return bundles.get(0).toAbsolutePath();
        }
    }

    @Test
    final void theManifestKeepsTheRules() throws IOException {
        new BundleManifest(bundle()).check();
    }

    @Test
    final void itStartsAndItsServicesCarryTheirProperties() throws Exception {
        try (EmbeddedPlatform platform = new EmbeddedPlatform(folder.resolve("storage"))) {
            Bundle bundle = started(platform);
            for (ServiceReference<?> reference : extensions(bundle)) {
                OfferedService.check(reference, platform.service(reference), Files.createTempDirectory(folder, "work"));
            }
        }
    }

    @Test
    final void nothingIsLeftWhenItStopsAndItStartsAgain() throws Exception {
        try (EmbeddedPlatform platform = new EmbeddedPlatform(folder.resolve("storage"))) {
            Set<Thread> threadsBefore = Leftovers.threads();
            List<Path> filesBefore = OpenFiles.all();
            Bundle bundle = started(platform);
            for (int round = 0; round < 2; round++) {
                for (ServiceReference<?> reference : extensions(bundle)) {
                    OfferedService.check(reference, platform.service(reference), Files.createTempDirectory(folder, "work"));
                }
                bundle.stop();
                assertEquals(List.of(), EmbeddedPlatform.services(bundle), "services after stop");
                assertEquals(List.of(), Leftovers.after(PATIENCE_MILLIS, () -> Leftovers.threadsSince(threadsBefore)),
                        "threads that the bundle left running when it stopped");
                assertEquals(List.of(), Leftovers.after(PATIENCE_MILLIS, () -> filesSince(filesBefore)),
                        "files that the bundle left open when it stopped");
                bundle.start();
            }
            bundle.uninstall();
            assertEquals(Bundle.UNINSTALLED, bundle.getState());
        }
    }

    private Bundle started(EmbeddedPlatform platform) throws IOException {
        Path jar = bundle();
        try {
            Bundle bundle = platform.install(jar);
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), "state after start");
            return bundle;
        } catch (BundleException e) {
            return fail(jar.getFileName() + " does not start: " + e.getMessage(), e);
        }
    }

    private static List<ServiceReference<?>> extensions(Bundle bundle) throws InterruptedException {
        List<ServiceReference<?>> found = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (found.isEmpty() && System.nanoTime() < deadline) {
            EmbeddedPlatform.services(bundle).stream().filter(OfferedService::isExtension).forEach(found::add);
            Thread.sleep(STEP_MILLIS);
        }
        assertFalse(found.isEmpty(), "the bundle registers no service of an extension point of spine.api");
        return found;
    }

    private List<Path> filesSince(List<Path> before) {
        return OpenFiles.all().stream().filter(file -> !before.contains(file))
                .filter(file -> !file.startsWith(folder.resolve("storage")) && !file.toString().endsWith(".jar")).toList();
    }

    private static boolean isBundle(Path file) {
        if (!file.toString().endsWith(".jar") || file.toString().matches(".*-(sources|javadoc|tests)\\.jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest() != null && jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
        } catch (IOException e) {
            assertTrue(Files.exists(file), () -> file + " cannot be read: " + e);
            return false;
        }
    }
}
