package spine.io.dimse.internal.commitment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationAcceptor;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.association.ContextSelection;
import spine.io.dimse.internal.association.ServiceClass;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Watchdog;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.CommandTag;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.SmallDataSet;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.pdu.RoleSelection;

/** An archive that keeps all objects but those whose UID ends in 2, for one request. */
final class CommitmentArchive implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Watchdog watchdog = new Watchdog();
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Optional<RemoteNode> reportTo;
    private final DimseStatus answer;
    private volatile DimseStatus answered;

    /** @param reportTo opens an association for the report; empty: it comes on that of the request */
    CommitmentArchive(Optional<RemoteNode> reportTo, DimseStatus answer) throws IOException {
        this.reportTo = reportTo;
        this.answer = answer;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the report was answered with; null before. */
    DimseStatus answered() {
        return answered;
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            Connection connection = new Connection(socket, watchdog, PATIENCE);
            connection.allow(PATIENCE);
            Association association = new AssociationAcceptor(new ContextSelection(syntax -> true), ListenerLimits.DEFAULT)
                    .accept(connection, request -> Optional.empty()).association();
            DimseMessage request = association.next(PATIENCE).orElseThrow();
            DicomObject asked = SmallDataSet.decode(request.dataSet().orElseThrow(), ServiceClass.STORAGE_COMMITMENT,
                    TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
            association.finishMessage();
            association.send(request.context(), request.command().response(answer));
            if (!answer.isSuccess()) {
                return;
            }
            if (reportTo.isEmpty()) {
                answered = report(association, asked);
                association.next(PATIENCE);
            } else {
                try (Association own = new AssociationRequestor(watchdog).open(reportTo.get(), List.of(new ProposedContext(1,
                        ServiceClass.STORAGE_COMMITMENT, List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                                TransferSyntax.IMPLICIT_LITTLE_ENDIAN))),
                        List.of(new RoleSelection(ServiceClass.STORAGE_COMMITMENT, false, true)), 1000)) {
                    answered = report(own, asked);
                    own.release(PATIENCE);
                }
                association.next(PATIENCE);
            }
        } catch (IOException ended) {
            // The test sees what did not come.
        }
    }

    private static DimseStatus report(Association association, DicomObject asked) throws IOException {
        DicomObject[] kept = asked.items(Transactions.REFERENCED).stream().filter(item -> !isLost(item)).toArray(DicomObject[]::new);
        DicomObject[] lost = asked.items(Transactions.REFERENCED).stream().filter(CommitmentArchive::isLost)
                .map(item -> item.unsignedShorts(0x00081197, 0x0112)).toArray(DicomObject[]::new);
        byte[] bytes = SmallDataSet.encode(new DicomObject().text(Transactions.TRANSACTION, "UI", asked.text(Transactions.TRANSACTION))
                .sequence(Transactions.REFERENCED, kept).sequence(0x00081198, lost));
        String chosen = association.contexts().get(1).transferSyntax();
        if (!chosen.equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)) {
            bytes = explicit(asked.text(Transactions.TRANSACTION), kept, lost);
        }
        association.send(1, new CommandSet(new DicomObject().text(CommandTag.AffectedSOPClassUID, "UI", ServiceClass.STORAGE_COMMITMENT)
                .unsignedShorts(CommandTag.CommandField, CommandField.N_EVENT_REPORT_RQ).unsignedShorts(CommandTag.MessageID, 7)
                .unsignedShorts(CommandTag.CommandDataSetType, 0).text(CommandTag.AffectedSOPInstanceUID, "UI", "1.2.840.10008.1.20.1.1")
                .unsignedShorts(CommandTag.EventTypeID, lost.length == 0 ? 1 : 2)), new ByteArrayInputStream(bytes), bytes.length);
        return association.response(7, PATIENCE).status();
    }

    private static boolean isLost(DicomObject item) {
        return item.text(Transactions.SOP_INSTANCE).endsWith("2");
    }

    /** As a file would have it, without what stands before the data set. */
    private static byte[] explicit(String transaction, DicomObject[] kept, DicomObject[] lost) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new NativeDicomCodec().write(new DicomObject().text(0x00080016, "UI", "1.2").text(0x00080018, "UI", "1.2")
                .text(Transactions.TRANSACTION, "UI", transaction).sequence(Transactions.REFERENCED, kept).sequence(0x00081198, lost), file);
        byte[] bytes = file.toByteArray();
        return Arrays.copyOfRange(bytes, 144 + (bytes[140] & 0xff), bytes.length);
    }

    @Override
    public void close() throws IOException {
        server.close();
        watchdog.close();
    }
}
