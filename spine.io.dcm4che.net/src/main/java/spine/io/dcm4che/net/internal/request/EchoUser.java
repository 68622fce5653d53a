package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.toolkit.ServiceClass;

/** C-ECHO as its user (PS3.7 9.1.5). */
public final class EchoUser {
    private final Requestor requestor;

    public EchoUser(Requestor requestor) {
        this.requestor = requestor;
    }

    /** As {@link spine.io.dimse.DicomNetwork#echo}. */
    public Duration echo(RemoteNode node) throws IOException {
        long start = System.nanoTime();
        Requestor.Wish wish = new Requestor.Wish(List.of(new Offer(ServiceClass.VERIFICATION,
                List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN))), List.of(), 0, node.patience());
        try (OpenAssociation association = requestor.open(node, wish, new MessageRules(), socket -> null)) {
            if (association.accepted().isEmpty()) {
                throw new NetworkException(node.address() + " takes the association, but not C-ECHO.");
            }
            DimseStatus status = ask(association, node);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            association.release();
            if (!status.isSuccess()) {
                throw new NetworkException(node.address() + " answers C-ECHO with " + status + ".");
            }
            return taken;
        }
    }

    private static DimseStatus ask(OpenAssociation association, RemoteNode node) throws NetworkException {
        try {
            PresentationContext context = association.accepted().values().iterator().next();
            Answer answer = new Answer(association.nextMessage());
            association.ask(context, Commands.mkCEchoRQ(answer.getMessageID(), ServiceClass.VERIFICATION), null, answer);
            return association.next(answer, node.patience(), new Cancellation()).status();
        } catch (IOException broken) {
            throw association.failed(broken);
        }
    }
}
