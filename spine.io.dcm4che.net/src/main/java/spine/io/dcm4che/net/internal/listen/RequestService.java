package spine.io.dcm4che.net.internal.listen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.DimseRQHandler;
import org.dcm4che3.net.PDVInputStream;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.service.ObjectReception;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.ProtocolException;

/** Serves what a peer asks for of its own accord, whoever has asked for the association. */
public final class RequestService implements DimseRQHandler {
    private final GuardedSocket socket;
    private final InetAddress peer;
    private final Optional<ObjectReception> reception;
    private final Transactions transactions;

    /** @param reception empty where no objects are taken */
    public RequestService(GuardedSocket socket, Optional<ObjectReception> reception, Transactions transactions) {
        this.socket = socket;
        this.peer = socket.getInetAddress();
        this.reception = reception;
        this.transactions = transactions;
    }

    @Override
    public void onDimseRQ(Association association, PresentationContext context, Dimse dimse, Attributes command, PDVInputStream data)
            throws IOException {
        DimseStatus status;
        try {
            status = serve(association, context, dimse, command, Optional.ofNullable(data).map(DataSet::new));
        } catch (ProtocolException violation) {
            throw socket.broken(violation);
        }
        if (data != null) {
            data.skipAll();
        }
        Attributes response = Commands.mkRSP(command, status.code(), dimse);
        if (!status.comment().isEmpty()) {
            response.setString(Tag.ErrorComment, VR.LO, status.comment());
        }
        association.writeDimseRSP(context, response);
    }

    private DimseStatus serve(Association association, PresentationContext context, Dimse dimse, Attributes command,
            Optional<InputStream> data) throws IOException {
        String sopClass = association.getAbstractSyntax(context.getPCID());
        return switch (dimse) {
            case C_ECHO_RQ -> DimseStatus.SUCCESS;
            case C_STORE_RQ -> reception.isEmpty() ? DimseStatus.UNRECOGNIZED_OPERATION
                    : reception.get().take(announced(association, context, command), sopClass, data);
            case N_EVENT_REPORT_RQ -> transactions.report(sopClass, context.getTransferSyntax(), data);
            default -> DimseStatus.UNRECOGNIZED_OPERATION;
        };
    }

    private ReceivedObject announced(Association association, PresentationContext context, Attributes command) {
        return new ReceivedObject(text(command, Tag.AffectedSOPClassUID), text(command, Tag.AffectedSOPInstanceUID),
                context.getTransferSyntax(), association.getRemoteAET(), association.getLocalAET(), peer);
    }

    private static String text(Attributes command, int tag) {
        return Objects.requireNonNullElse(command.getString(tag), "");
    }

    @Override
    public void onClose(Association association) {
        // All is kept by the socket.
    }

    /** A handler that stores the data set must be able to tell that the peer broke off, and not its disk. */
    private final class DataSet extends FilterInputStream {

        DataSet(InputStream fragments) {
            super(fragments);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return count == 0 ? 0 : super.read(into, from, count);
            } catch (IOException broken) {
                IOException cause = socket.failure().orElse(broken);
                throw cause instanceof NetworkException told ? told : new NetworkException(ConnectionWords.of(cause), cause);
            }
        }
    }
}
