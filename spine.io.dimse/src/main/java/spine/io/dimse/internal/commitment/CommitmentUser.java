package spine.io.dimse.internal.commitment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.Transaction;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.ServiceClass;

/** Asks for storage commitment (N-ACTION, PS3.4 J.3.2) and waits for the report. */
public final class CommitmentUser {
    private static final int CONTEXT = 1;
    private static final int MESSAGE = 1;

    private final AssociationRequestor requestor;
    private final Transactions transactions;

    public CommitmentUser(AssociationRequestor requestor, Transactions transactions) {
        this.requestor = requestor;
        this.transactions = transactions;
    }

    /** As {@link spine.io.dimse.DicomNetwork#commit}. */
    public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
            throws IOException {
        return transactions.commit(node, objects, patience, cancellation, transaction -> ask(node, objects, transaction, patience));
    }

    private void ask(RemoteNode node, List<ArchivedObject> objects, Transaction transaction, Duration patience) throws IOException {
        try (Association association = requestor.open(node, List.of(new ProposedContext(CONTEXT, ServiceClass.STORAGE_COMMITMENT,
                List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN))))) {
            if (!association.contexts().containsKey(CONTEXT)) {
                throw Transactions.notOffered(node);
            }
            Transactions.checkAgreed(node, request(association, node, objects, transaction));
            awaitHere(association, node, transaction, Transactions.onSameAssociation(patience));
            association.release(node.patience());
        }
    }

    private static DimseStatus request(Association association, RemoteNode node, List<ArchivedObject> objects, Transaction transaction)
            throws NetworkException {
        byte[] bytes = SmallDataSet.encode(Transactions.request(transaction, objects));
        try {
            association.send(CONTEXT, CommandSet.action(MESSAGE, ServiceClass.STORAGE_COMMITMENT, Transactions.INSTANCE,
                    Transactions.REQUEST), new ByteArrayInputStream(bytes), bytes.length);
            return association.response(MESSAGE, node.patience()).status();
        } catch (IOException broken) {
            throw new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
        }
    }

    /** A report that comes by another association ends the wait too. */
    private void awaitHere(Association association, RemoteNode node, Transaction transaction, Duration patience) {
        Thread waiting = Thread.currentThread();
        transaction.report().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(() -> {
            if (Thread.currentThread() != waiting) {
                association.endInput();
            }
        });
        if (transaction.report().isDone()) {
            return;
        }
        try {
            // The end of the input comes first; the time is for a peer that dies within a message.
            Optional<DimseMessage> message = association.next(patience.multipliedBy(2));
            if (message.isPresent() && message.get().command().field() == CommandField.N_EVENT_REPORT_RQ) {
                DimseStatus status = new ReportService(transactions).serve(message.get(), association.contexts().get(CONTEXT),
                        new Caller(node.calledTitle(), node.callingTitle(), association.peer()));
                association.finishMessage();
                association.send(CONTEXT, message.get().command().response(status));
            }
        } catch (IOException ended) {
            // The report may still come by another association.
        }
    }
}
