package spine.app.internal.cli.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.service.BundleSigner;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;

@Command(name = "sign", mixinStandardHelpOptions = true, description = "Signs bundles with your development key.",
        footer = {"", "The key and its password, which is generated, are in ~/.config/spine/keys, or in the folder that",
            "SPINE_KEYS names: never in $SPINE_HOME, and for you alone to read. The certificate goes into the",
            "trust store $SPINE_HOME/conf/trust.p12.",
            "To trust somebody else: keytool -importcert -keystore $SPINE_HOME/conf/trust.p12 -storetype PKCS12",
            "-storepass:file $SPINE_HOME/conf/trust.password -alias NAME -file CERTIFICATE"})
final class SignCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--new-key", arity = "0..1", fallbackValue = "spine development key", paramLabel = "NAME",
            description = "makes the key first, unless you have one, and adds its certificate to the trust store; NAME is the name on the"
                    + " certificate of a new key (default: ${FALLBACK-VALUE})")
    private Optional<String> newKey = Optional.empty();

    @Parameters(arity = "0..*", paramLabel = "JAR", description = "bundles to sign in place")
    private List<Path> jars = List.of();

    SignCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (newKey.isEmpty() && jars.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "sign takes bundles, or --new-key, or both");
        }
        platform.startWithSettings();
        BundleSigner signer = platform.service(BundleSigner.class, "bundle signer");
        if (newKey.isPresent()) {
            console.result("trusted: " + signer.createKey(newKey.get()));
        }
        for (Path jar : jars) {
            console.result(jar + " signed by " + signer.sign(jar));
        }
        return ExitCode.DONE;
    }
}
