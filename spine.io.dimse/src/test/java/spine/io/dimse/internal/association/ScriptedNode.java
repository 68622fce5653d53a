package spine.io.dimse.internal.association;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import spine.io.dimse.Network;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Pace;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.pdu.AnsweredContext;
import spine.io.dimse.internal.pdu.AssociateAccept;
import spine.io.dimse.internal.pdu.AssociateRequest;
import spine.io.dimse.internal.pdu.PduReader;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.pdu.ProtocolException;
import spine.io.dimse.internal.pdu.UserInformation;

/** A node that takes one association, accepts whatever is proposed, and then does what a test says. */
public final class ScriptedNode implements Closeable {
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PDU = 1 << 17;

    private final Watchdog watchdog = new Watchdog();
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    /** What it does; when it returns, the connection is closed. */
    @FunctionalInterface
    public interface Script {
        void run(Association association) throws IOException;
    }

    public ScriptedNode(Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "scripted-node");
        thread.setDaemon(true);
        thread.start();
    }

    public RemoteNode node() {
        return Network.node(server.getLocalPort());
    }

    private void serve(Script script) {
        try (Socket socket = server.accept()) {
            Connection connection = new Connection(socket, watchdog, PATIENCE);
            connection.allow(PATIENCE);
            PduReader pdus = new PduReader(connection, PDU);
            if (pdus.next() != PduType.ASSOCIATE_RQ) {
                throw ProtocolException.invalid("no request");
            }
            AssociateRequest request = pdus.request();
            List<AnsweredContext> answers = request.contexts().stream().map(context ->
                    new AnsweredContext(context.id(), AnsweredContext.ACCEPTED, context.transferSyntaxes().get(0))).toList();
            byte[] accept = new AssociateAccept(request.called(), request.calling(), answers, UserInformation.own(PDU,
                    request.user().roles())).encode();
            connection.write(accept, 0, accept.length);
            Map<Integer, Context> contexts = request.contexts().stream().collect(Collectors.toMap(ProposedContext::id,
                    context -> new Context(context.abstractSyntax(), context.transferSyntaxes().get(0))));
            script.run(new Association(connection, pdus, new Pace(connection, PATIENCE, 1), contexts, request.user().maximumLength(),
                    1 << 20));
        } catch (IOException ended) {
            // The test sees what did not come.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        watchdog.close();
    }
}
