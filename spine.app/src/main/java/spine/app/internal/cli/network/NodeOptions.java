package spine.app.internal.cli.network;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.common.install.InstallPaths;
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
     * @throws UnusableInputException if the file of the password for TLS cannot be read
     */
    RemoteNode node(String address) throws UnusableInputException {
        try {
            return RemoteNode.at(address, title, calling, tls.settings(false), Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /**
     * How long to wait, if an option says so.
     *
     * @throws ParameterException if it is no time
     */
    Optional<Duration> patience() {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout must be at least 1, not " + seconds);
        }
        return isGiven("--timeout") ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
    }

    /** Which secrets for TLS others can read. */
    List<String> exposed() {
        return tls.exposed();
    }

    /**
     * @param address {@code HOST:PORT}, or the name of a destination in the settings, which says all but what options say otherwise
     * @throws ParameterException if a part is not valid, or there is no such destination
     */
    RemoteNode namedNode(String address) throws UnusableInputException, IOException {
        if (address.contains(":")) {
            return node(address);
        }
        try {
            RemoteNode named = ConfiguredNode.read(InstallPaths.of(System::getProperty).conf(), address);
            return new RemoteNode(named.host(), named.port(), isGiven("--aet") ? title : named.calledTitle(),
                    isGiven("--calling") ? calling : named.callingTitle(), isGiven("--tls") ? tls.settings(false) : named.tls(),
                    isGiven("--timeout") ? Duration.ofSeconds(seconds) : named.patience());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
}
