package spine.app.internal.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.UnusableInputException;
import spine.api.service.BundleSigner;
import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.api.service.PlatformHealth;
import spine.api.service.UnavailableException;

/** Gogo commands of those who run the platform: {@code spine:deploy}, {@code spine:sign} and {@code spine:health}. */
@Component(service = OperationCommands.class)
@GogoCommand(scope = "spine", function = {"deploy", "sign", "health"})
public final class OperationCommands {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DeployGate gate;
    private final BundleSigner signer;
    private final PlatformHealth health;

    @Activate
    public OperationCommands(@Reference DeployGate gate, @Reference BundleSigner signer, @Reference PlatformHealth health) {
        this.gate = gate;
        this.signer = signer;
        this.health = health;
    }

    @Descriptor("hands a bundle to the deploy gate, which checks and installs or refuses it")
    public String deploy(@Descriptor("path of the bundle") String jar) throws UnusableInputException, UnavailableException, IOException {
        GateVerdict verdict = gate.submit(Path.of(jar), PATIENCE);
        return verdict.accepted() ? "accepted: " + verdict.bundle() : "refused: " + verdict.reason();
    }

    @Descriptor("signs a bundle with the development key of this installation")
    public String sign(@Descriptor("path of the bundle") String jar) throws UnusableInputException, IOException {
        return "signed by " + signer.sign(Path.of(jar));
    }

    @Descriptor("runs the health checks")
    public List<String> health(@Descriptor("only those with one of these tags, such as live or ready; all without") String... tags) {
        return HealthLines.of(health.examine(tags));
    }
}
