package spine.deploy.internal.gate;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import spine.common.install.InstallPaths;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.archive.ArchiveValidator;
import spine.deploy.internal.signing.SignatureCheck;
import spine.deploy.internal.signing.TrustStore;

/**
 * What is asked of bundles while the same settings hold.
 *
 * @param signature by which signers are known, for bundles that do not come through the gate too
 * @param mostBytes of a jar that is read at all
 * @param settling how long a file that is not a complete jar may still grow
 */
public record Checks(Gate gate, SignatureCheck signature, long mostBytes, Duration settling) {

    public static Checks of(GateSettings settings, InstallPaths paths, BundleContext context) {
        SignatureCheck signature = new SignatureCheck(TrustStore.of(paths, settings), settings.unsigned());
        Gate gate = new Gate(new ArchiveValidator(settings.unpacked_megabytes()), signature,
                new ManifestPolicy(List.of(settings.imports())), new FrameworkView(context, paths.deploy()), new ResolutionCheck(context),
                paths.deploy());
        return new Checks(gate, signature, settings.unpacked_megabytes() << 20, Duration.ofSeconds(settings.settle_seconds()));
    }
}
