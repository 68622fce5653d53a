package spine.io.dimse.tck.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.toolkit.ServiceClass;

/** An archive that keeps all objects but those whose UID ends in 2, for one request. */
public final class CommitmentArchive implements Closeable {
    private static final int FAILED = 0x00081198;
    private static final int FAILURE_REASON = 0x00081197;

    private static final int TRANSACTION = 0x00081195;
    private static final int REFERENCED = 0x00081199;
    private static final int SOP_INSTANCE = 0x00081155;
    private static final int ACTION_RESPONSE = 0x8130;
    private static final int EVENT_REPORT = 0x0100;
    private static final int MESSAGE = 7;
    private static final int PATIENCE_MILLIS = 10_000;

    private final ScriptedNode archive;
    private volatile DimseStatus answered;

    /**
     * @param reportTo it opens an association to it for the report; empty: it reports on that of the request
     * @param answer to the request
     */
    public CommitmentArchive(Optional<RemoteNode> reportTo, DimseStatus answer) throws IOException {
        archive = new ScriptedNode(association -> {
            ScriptedAssociation.Message request = association.next();
            DicomObject asked = SmallDataSet.decode(new ByteArrayInputStream(request.dataSet().orElseThrow()),
                    ServiceClass.STORAGE_COMMITMENT, association.syntax(request.context()));
            association.answer(request.context(), ACTION_RESPONSE, answer.code(), Optional.empty());
            if (answer.isSuccess()) {
                answered = reportTo.isEmpty() ? report(association, asked) : report(reportTo.get(), asked);
                association.awaitEnd();
            }
        });
    }

    public RemoteNode node() {
        return archive.node();
    }

    /** What the report was answered with; null before. */
    public DimseStatus answered() {
        return answered;
    }

    /** In explicit VR, as most archives do. */
    private static DimseStatus report(RemoteNode node, DicomObject asked) throws IOException {
        byte[] request = Pdus.request(node.calledTitle(), node.callingTitle(), List.of(new Pdus.Proposed(1,
                ServiceClass.STORAGE_COMMITMENT, List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN))),
                Pdus.role(ServiceClass.STORAGE_COMMITMENT, false, true));
        try (Socket socket = new Socket(node.host(), node.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ScriptedAssociation own = ScriptedAssociation.request(socket, request);
            DimseStatus status = report(own, asked);
            own.release();
            return status;
        }
    }

    private static DimseStatus report(ScriptedAssociation association, DicomObject asked) throws IOException {
        DicomObject[] kept = asked.items(REFERENCED).stream().filter(item -> !isLost(item)).toArray(DicomObject[]::new);
        DicomObject[] lost = asked.items(REFERENCED).stream().filter(CommitmentArchive::isLost)
                .map(item -> item.unsignedShorts(FAILURE_REASON, 0x0112)).toArray(DicomObject[]::new);
        DicomObject report = new DicomObject().text(TRANSACTION, "UI", asked.text(TRANSACTION))
                .sequence(REFERENCED, kept).sequence(FAILED, lost);
        byte[] bytes = association.syntax(1).equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                ? SmallDataSet.encode(report) : explicit(report);
        association.send(1, new DicomObject().text(Commands.SOP_CLASS, "UI", ServiceClass.STORAGE_COMMITMENT)
                .unsignedShorts(Commands.FIELD, EVENT_REPORT).unsignedShorts(Commands.MESSAGE, MESSAGE)
                .text(Commands.SOP_INSTANCE, "UI", "1.2.840.10008.1.20.1.1")
                .unsignedShorts(Commands.EVENT, lost.length == 0 ? 1 : 2), Optional.of(bytes));
        return new DimseStatus(association.next().command().integer(Commands.STATUS, -1), "");
    }

    private static boolean isLost(DicomObject item) {
        return item.text(SOP_INSTANCE).endsWith("2");
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
    }
}
