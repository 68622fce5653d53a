package spine.app.internal.cli.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.api.service.DeployGate;
import spine.api.service.GateVerdict;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;

@Command(name = "deploy", mixinStandardHelpOptions = true,
        description = "Hands bundles to the deploy gate, which checks and installs or refuses them.",
        footer = {"", "The same as copying them into $SPINE_HOME/incoming, but waits for the verdict. Refused ones lie in",
            "$SPINE_HOME/quarantine with the reason; $SPINE_HOME/audit.log has everything. Exit code 3: one was refused."})
final class DeployCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CommandContext platform;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "JAR", description = "signed bundles, see the command sign")
    private List<Path> jars;

    DeployCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.at("starting the platform", 0);
        platform.startEngine();
        DeployGate gate = platform.service(DeployGate.class, "deploy gate");
        int code = ExitCode.DONE;
        for (Path jar : jars) {
            GateVerdict verdict = gate.submit(jar, PATIENCE);
            if (verdict.accepted()) {
                console.result("accepted: " + verdict.bundle()
                        + (verdict.signer().isEmpty() ? ", unsigned" : ", signed by " + verdict.signer()));
            } else {
                console.complain(jar + " is refused: " + verdict.reason());
                code = ExitCode.UNUSABLE;
            }
        }
        return code;
    }
}
