package spine.app.internal.cli.network;

import java.io.IOException;
import java.time.Duration;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.io.dimse.RemoteNode;

/** How another node is called. */
final class NodeOptions {

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
     */
    RemoteNode node(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        try {
            String host = address.substring(0, Math.max(0, colon)).replaceAll("^\\[(.*)]$", "$1");
            return new RemoteNode(host, port(address.substring(colon + 1)), title, calling, tls.settings(false),
                    Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** @return 0, which is no port of a node, if this is no number */
    private static int port(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }
}
