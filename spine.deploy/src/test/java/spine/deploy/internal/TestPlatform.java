package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.LongFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import spine.common.install.InstallPaths;
import spine.deploy.internal.audit.AuditLog;
import spine.deploy.internal.audit.DeploymentAuditor;
import spine.deploy.internal.archive.ArchiveValidator;
import spine.deploy.internal.gate.Checks;
import spine.deploy.internal.gate.FrameworkView;
import spine.deploy.internal.gate.Gate;
import spine.deploy.internal.gate.ManifestPolicy;
import spine.deploy.internal.gate.ResolutionCheck;
import spine.deploy.internal.install.RefusedFiles;
import spine.deploy.internal.signing.SignatureCheck;
import spine.deploy.internal.signing.Signing;
import spine.deploy.internal.signing.TrustStore;

/** A real framework with one bundle of the platform that may be followed and one that may not. */
public final class TestPlatform {
    public static final String PROVIDER = "spine.provider";
    public static final String CORE = "spine.core";

    private final Path work;
    private final Framework framework;
    public final InstallPaths paths;
    public final Signing trusted = TestKeys.TRUSTED;
    public final Signing stranger = TestKeys.STRANGER;

    public TestPlatform(Path work) throws Exception {
        this.work = work;
        this.paths = new InstallPaths(work.resolve("home"));
        HomeFolders.create(paths);
        this.framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, work.resolve("storage").toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "spine.api.score;version=1.2.0", "felix.log.level", "0"));
        framework.start();
        install(new TestBundle(CORE, "1.0.0").header("Export-Package", "spine.core").entry("spine/core/about.txt", ""));
        install(new TestBundle(PROVIDER, "1.1.0")
                .header("Provide-Capability", "osgi.service;objectClass:List<String>=\"spine.api.score.ScoringIndex\""));
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    private void install(TestBundle bundle) throws IOException, BundleException {
        context().installBundle(bundle.write(work.resolve("platform-" + context().getBundles().length + ".jar")).toUri().toString())
                .start();
    }

    /** The checks that the gate of the same settings makes. */
    public Checks checks(boolean unsignedAccepted) {
        return new Checks(gate(unsignedAccepted), signature(unsignedAccepted), 1 << 20, Duration.ofSeconds(10));
    }

    public DeploymentAuditor auditor() {
        return auditor(bundle -> List.of(), List.of());
    }

    /** @param standby what of a bundle does not serve yet */
    public DeploymentAuditor auditor(LongFunction<List<String>> standby, List<RefusedFiles.RefusedFile> duplicates) {
        return new DeploymentAuditor(paths.deploy(), new FrameworkView(context(), paths.deploy()), new AuditLog(paths.auditLog()),
                paths.deployments(), () -> signature(false), standby, () -> duplicates);
    }

    public Gate gate(boolean unsignedAccepted) {
        return new Gate(new ArchiveValidator(64), signature(unsignedAccepted),
                new ManifestPolicy(List.of("spine.api.*", "java.*", "javax.*", "org.osgi.*", "org.slf4j.*")),
                new FrameworkView(context(), paths.deploy()), new ResolutionCheck(context()), paths.deploy());
    }

    public SignatureCheck signature(boolean unsignedAccepted) {
        return new SignatureCheck(new TrustStore(TestKeys.TRUST_STORE, ""), unsignedAccepted);
    }

    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }
}
