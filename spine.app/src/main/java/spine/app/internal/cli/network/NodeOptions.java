package spine.app.internal.cli.network;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.io.dimse.RemoteNode;

/** How another node is called. */
final class NodeOptions {
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+)]?:(\\d{1,5})");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--aet", paramLabel = "TITLE", defaultValue = "ANY-SCP",
            description = "AE title of the node (default: ${DEFAULT-VALUE})")
    private String title;

    @Option(names = "--calling", paramLabel = "TITLE", defaultValue = "SPINE",
            description = "AE title by which the node knows this side (default: ${DEFAULT-VALUE})")
    private String calling;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60",
            description = "how long to wait for the connection and for each answer (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    /**
     * @param address {@code HOST:PORT}; an IPv6 address stands in brackets
     * @throws ParameterException if a part is not valid
     * @throws UnusableInputException if the file of the password for TLS cannot be read
     */
    RemoteNode node(String address) throws UnusableInputException {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new ParameterException(spec.commandLine(), "'" + address + "' is not HOST:PORT.");
        }
        try {
            return new RemoteNode(parts.group(1), Integer.parseInt(parts.group(2)), title, calling, tls.settings(false),
                    Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** Which secrets for TLS others can read. */
    List<String> exposed() {
        return tls.exposed();
    }
}
