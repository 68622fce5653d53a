package spine.io.dimse.internal.send;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import spine.dicom.TransferSyntax;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.ServiceClass;

/** C-ECHO as its user (PS3.7 9.1.5). */
public final class EchoUser {
    private static final int CONTEXT = 1;
    private static final int MESSAGE = 1;

    private final AssociationRequestor requestor;

    public EchoUser(AssociationRequestor requestor) {
        this.requestor = requestor;
    }

    /** @return how long it took, from the connection to the answer */
    public Duration echo(RemoteNode node) throws IOException {
        long start = System.nanoTime();
        try (Association association = requestor.open(node, List.of(new ProposedContext(CONTEXT, ServiceClass.VERIFICATION,
                List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN))))) {
            if (association.contexts().isEmpty()) {
                throw new NetworkException(node.address() + " takes the association, but not C-ECHO.");
            }
            DimseStatus status = ask(association, node);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            association.release(node.patience());
            if (!status.isSuccess()) {
                throw new NetworkException(node.address() + " answers C-ECHO with " + status + ".");
            }
            return taken;
        }
    }

    private static DimseStatus ask(Association association, RemoteNode node) throws NetworkException {
        try {
            association.send(CONTEXT, CommandSet.request(CommandField.C_ECHO_RQ, MESSAGE, ServiceClass.VERIFICATION, "", false));
            return association.response(MESSAGE, node.patience()).status();
        } catch (IOException broken) {
            throw new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
        }
    }
}
