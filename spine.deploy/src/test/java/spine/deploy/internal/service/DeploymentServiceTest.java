package spine.deploy.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.common.install.InstallPaths;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.audit.AuditLines;
import spine.deploy.internal.isolation.IsolationMode;

/** The whole way in a real framework: files are dropped, changed and deleted, and the process ends in between. */
class DeploymentServiceTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long LONG_NANOS = LONG.toNanos();

    @TempDir
    private Path work;
    private InstallPaths paths;
    private Framework framework;
    private DeploymentService service;

    @BeforeEach
    void start() throws Exception {
        paths = new InstallPaths(work.resolve("home"));
        Files.createDirectories(paths.deploy());
        begin(0);
    }

    @AfterEach
    void end() throws Exception {
        service.stop();
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void aBundleGoesThroughTheGateAndIsTakenOutWithItsFile() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("mine.jar"));
        assertEquals(new GateVerdict(true, "acme.index 1.0.0", "", ""), service.submit(jar, LONG));
        await("its start", () -> state().equals("acme.index 1.0.0 active"));
        await("its line", () -> audit().equals("accepted mine.jar, installed acme.index-1.0.0.jar"));
        assertEquals("acme.index 1.0.0 is installed already; a changed bundle needs a higher version.", service.submit(jar, LONG).reason());
        Files.delete(paths.deploy().resolve("acme.index-1.0.0.jar"));
        await("its end", () -> state().isEmpty());
        await("its line", () -> audit().endsWith(", refused mine.jar, removed acme.index-1.0.0.jar"));
    }

    @Test
    void aFileDroppedByHandIsInstalledAndUpdatedInPlace() throws Exception {
        Path jar = paths.deploy().resolve("hand.jar");
        drop("1.0.0", jar);
        await("its start", () -> state().equals("acme.index 1.0.0 active"));
        await("its line", () -> audit().equals("installed hand.jar"));
        drop("1.0.1", jar);
        await("the update", () -> state().equals("acme.index 1.0.1 active"));
        await("its line", () -> audit().equals("installed hand.jar, updated hand.jar"));
    }

    @Test
    void whatLayThereBeforeIsInstalledWhenTheFirstLookIsOver() throws Exception {
        restart(() -> {
            drop("1.0.0", paths.deploy().resolve("one.jar"));
            Files.write(paths.deploy().resolve("half.jar"), new byte[] {'P', 'K', 3, 4});
        });
        assertTrue(service.awaitInstalled(LONG));
        assertEquals("acme.index 1.0.0 active", state());
        Bundle first = dropped().get(0);

        restart(() -> { });
        assertTrue(service.awaitInstalled(LONG));
        assertEquals("acme.index 1.0.0 active", state());
        assertEquals(first.getBundleId(), dropped().get(0).getBundleId(), "an unchanged file is not installed again");

        restart(() -> Files.delete(paths.deploy().resolve("one.jar")));
        assertTrue(service.awaitInstalled(LONG));
        assertEquals("", state());
    }

    /** The registry shows it to everybody else. */
    @Test
    void aDeployedBundleDoesNotSeeWhatAdministersThePlatform() throws Exception {
        drop("1.0.0", paths.deploy().resolve("hand.jar"));
        await("its start", () -> state().equals("acme.index 1.0.0 active"));
        BundleContext outside = dropped().get(0).getBundleContext();
        BundleContext platform = framework.getBundleContext();
        List<ServiceReference<?>> heard = new ArrayList<>();
        outside.addServiceListener(event -> heard.add(event.getServiceReference()));
        platform.registerService(DeployGate.class, service, null);
        platform.registerService(Runnable.class, () -> { }, null);
        assertNotNull(platform.getServiceReference(DeployGate.class));
        assertNull(outside.getServiceReference(DeployGate.class));
        assertNull(outside.getAllServiceReferences(DeployGate.class.getName(), null));
        assertNotNull(outside.getServiceReference(Runnable.class));
        assertEquals(1, heard.size());
    }

    @Test
    void nothingIsDoneBelowTheActiveLevel() throws Exception {
        service.stop();
        framework.stop();
        framework.waitForStop(0);
        begin(7);
        Path jar = paths.deploy().resolve("hand.jar");
        drop("1.0.0", jar);
        assertFalse(service.awaitInstalled(Duration.ofMillis(500)));
        assertEquals("", state());
        FrameworkProperties.framework(framework.getBundleContext()).setStartLevel(7);
        assertTrue(service.awaitInstalled(LONG));
        assertEquals("acme.index 1.0.0 active", state());
    }

    @Test
    void newSettingsHoldForTheNextBundle() throws Exception {
        Path jar = new TestBundle("acme.index", "1.0.0").write(work.resolve("mine.jar"));
        service.change(new Settings(false));
        assertEquals("It is not signed.", service.submit(jar, LONG).reason());
        service.change(new Settings(true));
        assertTrue(service.submit(jar, LONG).accepted());
    }

    @Test
    void whatAKilledProcessWasCheckingDoesNotStay() throws Exception {
        Path copy = new TestBundle("acme.index", "1.0.0").write(paths.checking().resolve("mine.jar.copy"));
        framework.getBundleContext().installBundle("reference:" + copy.toUri());
        restart(() -> { });
        assertEquals("", state());
        assertNotNull(service.submit(new TestBundle("acme.index", "1.0.0").write(work.resolve("mine.jar")), LONG));
    }

    private interface Change {
        void make() throws Exception;
    }

    private void restart(Change between) throws Exception {
        service.stop();
        framework.stop();
        framework.waitForStop(0);
        between.make();
        begin(0);
    }

    private void begin(int activeLevel) throws BundleException, IOException {
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, work.resolve("storage").toString(), "felix.log.level", "0", InstallPaths.PROPERTY,
                paths.home().toString(), "spine.deploy.active.level", Integer.toString(activeLevel), "spine.deploy.start.level", "1"));
        framework.start();
        service = new DeploymentService(framework.getBundleContext(), new Settings(true), new IsolationMode(false));
    }

    private void drop(String version, Path jar) throws IOException {
        Path part = new TestBundle("acme.index", version).write(work.resolve("part"));
        Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Bundle> dropped() {
        return Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getBundleId() != 0).toList();
    }

    private String state() {
        return String.join(", ", new TreeSet<>(dropped().stream().map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()
                + (bundle.getState() == Bundle.ACTIVE ? " active" : " down")).toList()));
    }

    private String audit() throws IOException {
        return String.join(", ", AuditLines.of(paths.auditLog(), 0).stream().map(line -> line.event() + " " + line.jar()).toList());
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LONG_NANOS;
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, "not there in time: " + what + "; " + state() + "; " + audit());
            Thread.sleep(20);
        }
    }

    /** The settings without a configuration. */
    @SuppressWarnings("all")
    private record Settings(boolean unsigned) implements GateSettings {

        @Override
        public String[] imports() {
            return new String[] {"spine.api.*"};
        }

        @Override
        public String trust_store() {
            return "";
        }

        @Override
        public String trust_password() {
            return "";
        }

        @Override
        public long settle_seconds() {
            return 1;
        }

        @Override
        public long unpacked_megabytes() {
            return 64;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return GateSettings.class;
        }
    }
}
