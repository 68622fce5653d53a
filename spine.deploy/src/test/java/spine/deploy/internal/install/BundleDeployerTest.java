package spine.deploy.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

import spine.api.model.RefusedModel;
import spine.api.service.DeploymentStatus;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.PlatformPackages;
import spine.deploy.internal.isolation.IsolationMode;
import spine.deploy.internal.state.Deployment;
import spine.deploy.internal.state.DeploymentState;

class BundleDeployerTest {
    @TempDir
    private Path work;
    /** Marks of contents that the platform refuses. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** Marks of contents that the platform keeps on standby. */
    private final Set<String> standby = ConcurrentHashMap.newKeySet();
    private Framework framework;
    private final AtomicInteger changes = new AtomicInteger();
    private BundleDeployer dropped;
    private RefusedFiles duplicates;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        file = work.resolve("a model.jar");
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, work.resolve("storage").toString(), "felix.log.level", "0"));
        framework.start();
        duplicates = new RefusedFiles(framework.getBundleContext(), changes::incrementAndGet);
        dropped = deployer(false);
        framework.getBundleContext().registerService(CollisionHook.class, dropped, null);
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void aNewContentTakesThePlaceOfTheOneBefore() throws Exception {
        Deployment first = bring("1.0.0", "first");
        assertEquals(DeploymentState.SERVING, first.state());
        Deployment second = bring("1.0.0", "the same version again");
        assertEquals(Set.of("active the same version again"), state());
        assertEquals(DeploymentState.REMOVED, first.state());
        assertEquals(DeploymentState.SERVING, second.state());
        bring("1.1.0", "newer");
        bring("1.0.0", "older");
        assertEquals(Set.of("active older"), state());
        dropped.remove(file);
        assertEquals(Set.of(), state());
    }

    @Test
    void whatIsRefusedLeavesTheOneBeforeServing() throws Exception {
        refused.addAll(Set.of("bad", "worse"));
        Deployment good = bring("1.0.0", "good");
        assertEquals(DeploymentState.REFUSED, bring("1.0.0", "bad").state());
        assertEquals(DeploymentState.SERVING, good.state());
        assertEquals(Set.of("active bad", "active good"), state());
        bring("2.0.0", "worse");
        assertEquals(Set.of("active good", "active worse"), state());
        bring("2.0.0", "better");
        assertEquals(Set.of("active better"), state());
    }

    @Test
    void aNameAndVersionThatIsThereAlreadyIsNamedAndListedAsARefusedModel() throws Exception {
        bring("1.0.0", "good");
        Path other = work.resolve("again.jar");
        write(other, "1.0.0", "same name", "Spine-Model", "model/");
        assertEquals(DeploymentState.REFUSED, bring(other).state());
        assertEquals(Set.of("active good"), state());
        String why = "a bundle of this name and version is there already; a changed bundle needs a higher version";
        assertEquals(List.of("model 1.0.0 It is not installed, because " + why + "."), duplicates.all().stream()
                .map(duplicate -> duplicate.symbolicName() + " " + duplicate.version() + " " + duplicate.reason()).toList());
        var listed = framework.getBundleContext().getServiceReferences(RefusedModel.class, null);
        assertEquals(List.of(new RefusedModel("model", "1.0.0", "the file again.jar is not installed, because " + why)),
                listed.stream().map(framework.getBundleContext()::getService).toList());
        int before = changes.get();
        write(other, "1.1.0", "higher", "Spine-Model", "model/");
        bring(other);
        assertEquals(Set.of("active good", "active higher"), state());
        assertEquals(List.of(), duplicates.all());
        assertEquals(List.of(), List.copyOf(framework.getBundleContext().getServiceReferences(RefusedModel.class, null)));
        assertTrue(changes.get() > before, "nobody was told");
    }

    /** Of whatever the platform exports, wherever it stands in the header and however it is written. */
    @ParameterizedTest
    @ValueSource(strings = {"acme.json", "acme.json;version=\"99\"", "own,acme.json;x=\"a,b\";version=2", "own;acme.json;version=1",
        "acme.json;acme.json.sub;uses:=\"org.osgi.framework\"", "org.osgi.util.tracker;version=1.5"})
    void whatExportsAPackageOfThePlatformIsNotInstalled(String exported) throws Exception {
        framework.getBundleContext().installBundle("jar/acme.jar", Files.newInputStream(new TestBundle("acme", "1.0.0")
                .header("Export-Package", "acme.json;version=\"1.0\"").write(work.resolve("platform"))));
        write(file, "1.0.0", "taken", "Export-Package", exported);
        assertEquals(DeploymentState.REFUSED, bring(file).state());
        assertEquals(Set.of("down null"), state(), "that of the platform alone");
        String reason = duplicates.all().get(0).reason();
        assertTrue(reason.matches("It is not installed, because it exports the package (acme.json|org.osgi.util.tracker), which is the"
                + " platform's to export."), reason);
        write(file, "1.0.0", "own", "Export-Package", "own,acme.json.sub");
        assertEquals(DeploymentState.SERVING, bring(file).state());
        assertEquals(List.of(), duplicates.all());
    }

    @Test
    void thePackagesOfThePlatformAreGatheredAgainOnlyWhenItChanges() throws Exception {
        FrameworkView view = new FrameworkView(framework.getBundleContext(), work);
        PlatformPackages before = view.platformPackages();
        bring("1.0.0", "good");
        assertSame(before, view.platformPackages());
        Bundle acme = framework.getBundleContext().installBundle("jar/acme.jar", Files.newInputStream(new TestBundle("acme", "1.0.0")
                .header("Export-Package", "acme.json").write(work.resolve("platform"))));
        assertEquals(Optional.of("acme.json"), view.platformPackages().among(List.of("own", "acme.json")));
        acme.uninstall();
        assertEquals(Optional.empty(), view.platformPackages().among(List.of("own", "acme.json")));
    }

    @Test
    void nothingOfTheFolderStaysWhenThePlatformStops() throws Exception {
        bring("1.0.0", "good");
        framework.getBundleContext().installBundle("jar/acme.jar",
                Files.newInputStream(new TestBundle("acme", "1.0.0").write(work.resolve("platform"))));
        dropped.removeAll();
        assertEquals(List.of("acme"), Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getBundleId() > 0)
                .map(Bundle::getSymbolicName).toList());
    }

    @Test
    void whatIsOnStandbyLeavesTheOneBeforeServingUntilItIsAccepted() throws Exception {
        standby.add("untried");
        bring("1.0.0", "good");
        bring("1.1.0", "untried");
        assertEquals(Set.of("active good", "active untried"), state());
        standby.clear();
        bring(file);
        assertEquals(Set.of("active untried"), state());
    }

    @Test
    void whatIsChosenLaterTakesThePlaceOfTheOneBefore() throws Exception {
        standby.addAll(Set.of("untried", "later", "another"));
        Deployment good = bring("1.0.0", "good");
        bring("1.1.0", "untried");
        Deployment later = bring("1.2.0", "later");
        assertEquals(Set.of(), dropped.decidable());
        dropped.decide(file);
        standby.remove("untried");
        assertEquals(Set.of(), dropped.decidable(), "a content that the file has no more");
        standby.remove("later");
        assertEquals(Set.of(file), dropped.decidable());
        dropped.decide(file);
        assertEquals(Set.of("active later"), state());
        assertEquals(List.of(DeploymentState.REMOVED, DeploymentState.SERVING), List.of(good.state(), later.state()));
        bring("1.3.0", "another");
        dropped.remove(file);
        assertEquals(Set.of(), dropped.decidable());
    }

    @Test
    void anIndexIsInstalledWithoutItsCodeWhileIndicesAreIsolated() throws Exception {
        write(file, "1.0.0", "inside", "Provide-Capability", "osgi.service;objectClass:List<String>=\"spine.api.score.ScoringIndex\"");
        bring(file);
        assertEquals(Set.of("active inside"), state());
        dropped = deployer(true);
        assertEquals(DeploymentState.REFUSED, bring(file).state(), "nobody hosts it");
        Path host = work.resolve("host.jar");
        write(host, "9.0.0", "host", "Provide-Capability", "osgi.extender;osgi.extender=\"spine.isolation\"");
        Bundle extender = framework.getBundleContext().installBundle(host.toUri().toString());
        assertEquals(DeploymentState.SERVING, bring(file).state());
        Bundle standIn = Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getEntry("isolated.jar") != null)
                .findFirst().orElseThrow();
        assertEquals(Bundle.ACTIVE, standIn.getState());
        assertNull(standIn.getEntry("later/about.txt"), "content of the foreign bundle");
        extender.uninstall();
        dropped = deployer(false);
        bring(file);
        assertEquals(Set.of("active inside"), state());
    }

    @Test
    void whatIsNoBundleLeavesTheOneBeforeServing() throws Exception {
        bring("1.0.0", "good");
        Files.writeString(file, "PK no zip");
        assertEquals(DeploymentState.REFUSED, bring(file).state());
        assertEquals(Set.of("active good"), state());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("about.txt"));
        }
        bring(file);
        assertEquals(Set.of("active good"), state());
    }

    @Test
    void whatLacksSomethingLeavesTheOneBeforeServingUntilItHasAll() throws Exception {
        bring("1.0.0", "good");
        write(file, "1.1.0", "demanding", "Import-Package", "later");
        Deployment demanding = bring(file);
        assertEquals(DeploymentState.REFUSED, demanding.state());
        assertEquals(Set.of("active good", "down demanding"), state());
        Path other = work.resolve("other.jar");
        write(other, "3.0.0", "provider", "Export-Package", "later");
        bring(other);
        assertEquals(Set.of("active demanding", "active provider"), state());
        assertEquals(DeploymentState.SERVING, demanding.state());
    }

    @Test
    void aSingletonIsReplaced() throws Exception {
        write(file, "1.0.0", "first", Constants.BUNDLE_SYMBOLICNAME, "single; singleton := true");
        bring(file);
        write(file, "1.1.0", "second", Constants.BUNDLE_SYMBOLICNAME, "single; singleton := true");
        bring(file);
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
        dropped = deployer(false);
        assertEquals(Set.of(file), dropped.installedFiles());
        bring(file);
        assertEquals(Set.of("active bad", "active good"), state());
    }

    private Deployment bring(Path jar) {
        Deployment deployment = Deployment.seen(jar);
        deployment.advance(DeploymentState.SETTLED);
        dropped.bring(jar, deployment);
        return deployment;
    }

    private BundleDeployer deployer(boolean isolating) {
        BundleLifecycle runner = new BundleLifecycle(framework.getBundleContext(), 1, Duration.ofSeconds(20));
        return new BundleDeployer(framework.getBundleContext(), runner, new Status(), Runnable::run, duplicates,
                new FrameworkView(framework.getBundleContext(), work), new IsolationMode(isolating));
    }

    private Deployment bring(String version, String mark) throws IOException {
        write(file, version, mark, "X-Nothing", "none");
        return bring(file);
    }

    /** What the installed bundles are marked with. */
    private Set<String> state() {
        return Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getBundleId() != 0)
                .map(bundle -> (bundle.getState() == Bundle.ACTIVE ? "active " : "down ") + mark(bundle))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String mark(Bundle bundle) {
        return String.valueOf(bundle.getHeaders("").get("X-Mark"));
    }

    private static void write(Path jar, String version, String mark, String header, String value) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, header.equals("Export-Package") ? "provider" : "model");
        main.putValue(Constants.BUNDLE_VERSION, version);
        main.putValue("X-Mark", mark);
        main.putValue(header, value);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream content = new JarOutputStream(out, manifest)) {
            content.putNextEntry(new ZipEntry("later/about.txt"));
        }
        assertTrue(Files.size(jar) > 0);
    }

    private final class Status implements DeploymentStatus {

        @Override
        public List<String> objections(long bundleId) {
            return refused.contains(mark(framework.getBundleContext().getBundle(bundleId))) ? List.of("The model is refused: it is bad.")
                    : List.of();
        }

        @Override
        public List<String> standby(long bundleId) {
            return standby.contains(mark(framework.getBundleContext().getBundle(bundleId))) ? List.of("The model is on standby: untried.")
                    : List.of();
        }
    }
}
