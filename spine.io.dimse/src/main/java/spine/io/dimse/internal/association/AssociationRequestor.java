package spine.io.dimse.internal.association;

import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Pace;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.AnsweredContext;
import spine.io.dimse.internal.pdu.AssociateAccept;
import spine.io.dimse.internal.pdu.AssociateRequest;
import spine.io.dimse.internal.pdu.PduReader;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.pdu.RoleSelection;
import spine.io.dimse.internal.pdu.UserInformation;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.NodeSocket;
import spine.io.dimse.toolkit.ProtocolException;
import spine.io.dimse.toolkit.TlsContext;

/** Asks other nodes for associations (PS3.8 7.1.1, Sta4 to Sta6). */
public final class AssociationRequestor {
    /** Responses are small; that of C-FIND is a few kilobytes. */
    private static final int LARGEST_PDU = 131_072;
    private static final long MOST_DATA = 1 << 20;
    private static final int PACE_BYTES = 1 << 16;

    private final Watchdog watchdog;

    public AssociationRequestor(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /**
     * @param contexts 1 to 128
     * @throws NetworkException with a sentence, if no association comes about
     */
    public Association open(RemoteNode node, List<ProposedContext> contexts) throws IOException {
        return open(node, contexts, List.of(), MOST_DATA);
    }

    /**
     * @param contexts 1 to 128
     * @param roles that this side takes, where it is not the user
     * @param mostData largest data set that is taken, in bytes
     * @throws NetworkException with a sentence, if no association comes about
     */
    public Association open(RemoteNode node, List<ProposedContext> contexts, List<RoleSelection> roles, long mostData) throws IOException {
        Socket tcp = NodeSocket.connect(node);
        Connection connection = new Connection(tcp, watchdog, node.patience());
        try {
            connection.allow(node.patience());
            if (node.tls().isPresent()) {
                connection.secure(TlsContext.of(node.tls().get()).client(tcp, node.host()));
            }
            return associate(node, connection, contexts, roles, mostData);
        } catch (ProtocolException violation) {
            abort(connection, violation);
            throw new NetworkException(node.address() + ": " + ConnectionWords.of(violation) + ".", violation);
        } catch (IOException failure) {
            connection.close();
            throw new NetworkException(node.address() + ": " + ConnectionWords.of(failure) + ".", failure);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void abort(Connection connection, ProtocolException violation) {
        try {
            byte[] abort = Abort.because(violation).encode();
            connection.write(abort, 0, abort.length);
        } catch (IOException gone) {
            // Then it need not be told.
        }
        connection.close();
    }

    private Association associate(RemoteNode node, Connection connection, List<ProposedContext> contexts, List<RoleSelection> roles,
            long mostData) throws IOException {
        byte[] request = new AssociateRequest(AssociateRequest.VERSION, node.calledTitle(), node.callingTitle(), AssociateRequest.DICOM,
                contexts, UserInformation.own(LARGEST_PDU, roles)).encode();
        connection.write(request, 0, request.length);
        PduReader pdus = new PduReader(connection, LARGEST_PDU);
        int type = pdus.next();
        AssociateAccept accept = switch (type) {
            case PduType.ASSOCIATE_AC -> pdus.accept();
            case PduType.ASSOCIATE_RJ -> throw new RejectedException(pdus.rejection());
            case PduType.ABORT -> throw pdus.aborted();
            case PduType.CLOSED -> throw PduReader.closed();
            default -> throw ProtocolException.unexpected(type);
        };
        return new Association(connection, pdus, new Pace(connection, node.patience(), PACE_BYTES), accepted(contexts, accept),
                accept.user().maximumLength(), mostData);
    }

    /** Only what was proposed can have been accepted. */
    private static Map<Integer, Context> accepted(List<ProposedContext> proposed, AssociateAccept accept) {
        Map<Integer, Context> accepted = new HashMap<>();
        for (AnsweredContext answer : accept.contexts()) {
            proposed.stream().filter(context -> context.id() == answer.id() && answer.result() == AnsweredContext.ACCEPTED
                            && context.transferSyntaxes().contains(answer.transferSyntax()))
                    .forEach(context -> accepted.put(answer.id(), new Context(context.abstractSyntax(), answer.transferSyntax())));
        }
        return accepted;
    }
}
