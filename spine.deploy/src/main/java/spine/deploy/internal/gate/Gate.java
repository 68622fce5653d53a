package spine.deploy.internal.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.archive.ArchiveValidator;
import spine.deploy.internal.signing.SignatureCheck;

/** All checks one after the other, the cheap ones and those that protect the others first. */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final ArchiveValidator archive;
    private final SignatureCheck signature;
    private final ManifestPolicy policy;
    private final FrameworkView framework;
    private final ResolutionCheck resolution;
    private final Path deploy;

    /** @param deploy folder of what was accepted before */
    public Gate(ArchiveValidator archive, SignatureCheck signature, ManifestPolicy policy, FrameworkView framework,
            ResolutionCheck resolution, Path deploy) {
        this.archive = archive;
        this.signature = signature;
        this.policy = policy;
        this.framework = framework;
        this.resolution = resolution;
        this.deploy = deploy;
    }

    /** @param jar nobody else may write to it */
    public GateResult examine(Path jar) {
        BundleIdentity bundle = null;
        String signer = "";
        try {
            archive.check(jar);
            bundle = BundleIdentity.of(jar);
            signer = signature.signer(jar);
            PlatformPackages platform = framework.platformPackages();
            policy.check(bundle, platform);
            ExtenderFolders.check(jar);
            UpgradePolicy.check(bundle, present());
            ModelDigest.check(jar, bundle);
            resolution.check(jar, bundle, new WiringPolicy(policy, platform));
            return new GateResult(bundle, signer, "");
        } catch (Rejection e) {
            LOG.info("{} is refused", jar, e);
            return new GateResult(bundle, signer, e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever a jar does to a check, it must not end the one who checks.
            LOG.warn("{} cannot be checked", jar, e);
            return new GateResult(bundle, signer, "It cannot be checked; the log says what went wrong.");
        }
    }

    /** What was accepted a moment ago is in the folder, but not yet in the framework. */
    private List<InstalledBundle> present() throws IOException {
        List<InstalledBundle> all = new ArrayList<>(framework.installed());
        try (var jars = Files.newDirectoryStream(deploy, "*.jar")) {
            for (Path jar : jars) {
                try {
                    BundleIdentity bundle = BundleIdentity.of(jar);
                    all.add(new InstalledBundle(bundle.symbolicName(), bundle.version(), true));
                } catch (Rejection noBundle) {
                    LOG.debug("{} is not a bundle", jar, noBundle);
                }
            }
        }
        return all;
    }
}
