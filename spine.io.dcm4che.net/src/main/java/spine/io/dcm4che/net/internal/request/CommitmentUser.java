package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.io.dcm4che.net.internal.listen.RequestService;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.service.Transaction;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.ServiceClass;

/** Asks for storage commitment (N-ACTION, PS3.4 J.3.2) and waits for the report. */
public final class CommitmentUser {
    private static final Context CONTEXT = new Context(ServiceClass.STORAGE_COMMITMENT, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    private static final long MOST_REPORT = 1 << 20;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Requestor requestor;
    private final Transactions transactions;

    public CommitmentUser(Requestor requestor, Transactions transactions) {
        this.requestor = requestor;
        this.transactions = transactions;
    }

    /** As {@link spine.io.dimse.DicomNetwork#commit}. */
    public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
            throws IOException {
        return transactions.commit(node, objects, patience, cancellation, transaction -> ask(node, objects, transaction, patience));
    }

    private void ask(RemoteNode node, List<ArchivedObject> objects, Transaction transaction, Duration patience) throws IOException {
        Requestor.Wish wish = new Requestor.Wish(List.of(new Offer(CONTEXT.abstractSyntax(), List.of(CONTEXT.transferSyntax()))), List.of(),
                MOST_REPORT, node.patience());
        try (OpenAssociation association = requestor.open(node, wish, new MessageRules(MessageRules.N_EVENT_REPORT_RQ),
                socket -> new RequestService(socket, Optional.empty(), transactions))) {
            PresentationContext context = association.accepted().get(CONTEXT);
            if (context == null) {
                throw Transactions.notOffered(node);
            }
            Transactions.checkAgreed(node,
                    request(association, context, node, SmallDataSet.encode(Transactions.request(transaction, objects))));
            awaitHere(association, transaction, Transactions.onSameAssociation(patience));
            association.release();
        }
    }

    /** A report that comes by another association ends the wait too. */
    private static void awaitHere(OpenAssociation association, Transaction transaction, Duration patience) throws NetworkException {
        long end = System.nanoTime() + patience.toNanos();
        while (association.isOpen() && System.nanoTime() - end < 0 && transaction.await(LOOK).isEmpty()) {
            // It is looked again.
        }
    }

    private static DimseStatus request(OpenAssociation association, PresentationContext context, RemoteNode node, byte[] information)
            throws NetworkException {
        try {
            Answer answer = new Answer(association.nextMessage());
            Attributes command = Commands.mkNActionRQ(answer.getMessageID(), ServiceClass.STORAGE_COMMITMENT, Transactions.INSTANCE,
                    Transactions.REQUEST, new Attributes());
            association.ask(context, command, OpenAssociation.bytes(information), answer);
            return association.next(answer, node.patience(), new Cancellation()).status();
        } catch (IOException broken) {
            throw association.failed(broken);
        }
    }
}
