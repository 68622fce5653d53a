package spine.app.internal.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.BundleSigner;
import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.app.command.ExitCode;

/** Gogo commands of those who run the platform: {@code spine:deploy}, {@code sign} and {@code health}. */
@Component(service = OperationCommands.class)
@GogoCommand(scope = "spine", function = {"deploy", "sign", "health"})
public final class OperationCommands {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ConsoleCommand DEPLOY = new ConsoleCommand("spine:deploy JAR", 1);
    private static final ConsoleCommand SIGN = new ConsoleCommand("spine:sign JAR", 1);
    private static final ConsoleCommand HEALTH = new ConsoleCommand("spine:health [TAG]..., such as live or ready", 0, Integer.MAX_VALUE);

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
    public Object deploy(CommandSession session, @Descriptor("path of the bundle") String... jar) {
        return DEPLOY.run(jar, () -> {
            GateVerdict verdict = gate.submit(path(session, jar[0]), PATIENCE);
            return verdict.accepted() ? "accepted: " + verdict.bundle()
                    : new FailedCommand("refused: " + verdict.reason(), ExitCode.UNUSABLE);
        });
    }

    @Descriptor("signs a bundle with the development key of the user of this platform")
    public Object sign(CommandSession session, @Descriptor("path of the bundle") String... jar) {
        return SIGN.run(jar, () -> "signed by " + signer.sign(path(session, jar[0])));
    }

    @Descriptor("runs the health checks")
    public Object health(@Descriptor("only those with one of these tags, such as live or ready; all without") String... tags) {
        return HEALTH.run(tags, () -> {
            List<HealthFinding> findings = health.examine(tags);
            if (findings.isEmpty()) {
                return new FailedCommand(HealthLines.noCheck(List.of(tags), health.examine()), ExitCode.USAGE);
            }
            List<String> lines = HealthLines.of(findings);
            return findings.stream().allMatch(HealthFinding::healthy) ? lines
                    : new FailedCommand(String.join("\n", lines), ExitCode.FAILED);
        });
    }

    private static Path path(CommandSession session, String path) {
        return session.currentDir().resolve(path);
    }
}
