package spine.io.dimse.internal.commitment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.association.ScriptedNode;
import spine.io.dimse.internal.association.ServiceClass;
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
    private static final int FAILED = 0x00081198;
    private static final int FAILURE_REASON = 0x00081197;

    private final Watchdog watchdog = new Watchdog();
    private final ScriptedNode archive;
    private volatile DimseStatus answered;

    /**
     * @param reportTo it opens an association to it for the report; empty: it reports on that of the request
     * @param answer to the request
     */
    CommitmentArchive(Optional<RemoteNode> reportTo, DimseStatus answer) throws IOException {
        archive = new ScriptedNode(association -> {
            DimseMessage request = association.next(ScriptedNode.PATIENCE).orElseThrow();
            DicomObject asked = SmallDataSet.decode(request.dataSet().orElseThrow(), ServiceClass.STORAGE_COMMITMENT,
                    TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
            association.finishMessage();
            association.send(request.context(), request.command().response(answer));
            if (answer.isSuccess()) {
                answered = reportTo.isEmpty() ? report(association, asked) : report(reportTo.get(), asked);
                association.next(ScriptedNode.PATIENCE);
            }
        });
    }

    RemoteNode node() {
        return archive.node();
    }

    /** What the report was answered with; null before. */
    DimseStatus answered() {
        return answered;
    }

    /** In explicit VR, as most archives do. */
    private DimseStatus report(RemoteNode node, DicomObject asked) throws IOException {
        List<ProposedContext> contexts = List.of(new ProposedContext(1, ServiceClass.STORAGE_COMMITMENT,
                List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN)));
        try (Association own = new AssociationRequestor(watchdog).open(node, contexts,
                List.of(new RoleSelection(ServiceClass.STORAGE_COMMITMENT, false, true)), 1000)) {
            DimseStatus status = report(own, asked);
            own.release(ScriptedNode.PATIENCE);
            return status;
        }
    }

    private static DimseStatus report(Association association, DicomObject asked) throws IOException {
        DicomObject[] kept = asked.items(Transactions.REFERENCED).stream().filter(item -> !isLost(item)).toArray(DicomObject[]::new);
        DicomObject[] lost = asked.items(Transactions.REFERENCED).stream().filter(CommitmentArchive::isLost)
                .map(item -> item.unsignedShorts(FAILURE_REASON, 0x0112)).toArray(DicomObject[]::new);
        DicomObject report = new DicomObject().text(Transactions.TRANSACTION, "UI", asked.text(Transactions.TRANSACTION))
                .sequence(Transactions.REFERENCED, kept).sequence(FAILED, lost);
        byte[] bytes = association.contexts().get(1).transferSyntax().equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                ? SmallDataSet.encode(report) : explicit(report);
        association.send(1, new CommandSet(new DicomObject().text(CommandTag.AffectedSOPClassUID, "UI", ServiceClass.STORAGE_COMMITMENT)
                .unsignedShorts(CommandTag.CommandField, CommandField.N_EVENT_REPORT_RQ).unsignedShorts(CommandTag.MessageID, 7)
                .unsignedShorts(CommandTag.CommandDataSetType, 0).text(CommandTag.AffectedSOPInstanceUID, "UI", "1.2.840.10008.1.20.1.1")
                .unsignedShorts(CommandTag.EventTypeID, lost.length == 0 ? 1 : 2)), new ByteArrayInputStream(bytes), bytes.length);
        return association.response(7, ScriptedNode.PATIENCE).status();
    }

    private static boolean isLost(DicomObject item) {
        return item.text(Transactions.SOP_INSTANCE).endsWith("2");
    }

    /** As a file has it, without what stands before the data set. */
    private static byte[] explicit(DicomObject report) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new NativeDicomCodec().write(report.text(0x00080016, "UI", "1.2").text(0x00080018, "UI", "1.2"), file);
        byte[] bytes = file.toByteArray();
        return Arrays.copyOfRange(bytes, 144 + (bytes[140] & 0xff), bytes.length);
    }

    @Override
    public void close() throws IOException {
        archive.close();
        watchdog.close();
    }
}
