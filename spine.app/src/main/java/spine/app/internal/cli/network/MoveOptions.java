package spine.app.internal.cli.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.io.dimse.AllowedCaller;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.TlsSettings;

/** Where a node sends a study by C-MOVE. */
final class MoveOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--move-to", paramLabel = "TITLE", description = "AE title that the node sends to by C-MOVE, and must know: with --out"
            + " that of this command, which listens on --port; without, that of any node, such as a serving platform")
    private Optional<String> title = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "11112",
            description = "for C-MOVE: port to listen on (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--listen", paramLabel = "ADDRESS",
            description = "for C-MOVE: address of this machine to listen on (default: that of loopback if the node is on this machine, else"
                    + " all)")
    private Optional<String> address = Optional.empty();

    @Option(names = "--callers", split = ",", paramLabel = "TITLE[@HOST]",
            description = "for C-MOVE: who may send (default: --aet, from the host of the node)")
    private List<String> callers = List.of();

    Optional<String> title() {
        return title;
    }

    /** @throws ParameterException if a part is not valid */
    DimseRetrieval.MoveTarget target(RemoteNode node) throws IOException {
        try {
            boolean here = InetAddress.getByName(node.host()).isLoopbackAddress();
            List<String> allowed = callers.isEmpty() ? List.of(node.calledTitle() + "@" + node.host()) : callers;
            return new DimseRetrieval.MoveTarget(title.orElseThrow(), new ListenerSettings(
                    InetAddress.getByName(address.orElse(here ? "127.0.0.1" : "0.0.0.0")), port, Set.of(title.orElseThrow()),
                    allowed.stream().map(AllowedCaller::parse).toList(), tls(node), ListenerLimits.DEFAULT));
        } catch (UnknownHostException unknown) {
            throw new ParameterException(spec.commandLine(), "The host of the node, or the address to listen on, is not known.");
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    /** Where the archive is called by TLS, images come by TLS too. */
    private static Optional<TlsSettings> tls(RemoteNode node) {
        if (node.tls().isEmpty()) {
            return Optional.empty();
        }
        TlsSettings own = node.tls().get();
        if (own.keys().isEmpty()) {
            throw new IllegalArgumentException("With TLS, C-MOVE needs a key and a certificate of this side.");
        }
        return Optional.of(new TlsSettings(own.keys(), own.trusted(), own.password(), own.trusted().isPresent()));
    }
}
