package spine.io.dimse.internal.commitment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.association.ConnectionWords;
import spine.io.dimse.internal.association.ServiceClass;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.SmallDataSet;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.service.Caller;

/** Asks for storage commitment (N-ACTION, PS3.4 J.3.2) and waits for the report. */
public final class CommitmentUser {
    private static final int CONTEXT = 1;
    private static final int MESSAGE = 1;
    /** Request Storage Commitment. */
    private static final int ACTION = 1;
    private static final String INSTANCE = "1.2.840.10008.1.20.1.1";
    /** How long the association is kept for the report; most nodes open one of their own. */
    private static final Duration SAME_ASSOCIATION = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 200;

    private final AssociationRequestor requestor;
    private final Transactions transactions;

    public CommitmentUser(AssociationRequestor requestor, Transactions transactions) {
        this.requestor = requestor;
        this.transactions = transactions;
    }

    /** As {@link spine.io.dimse.DicomNetwork#commit}. */
    public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try (Transaction transaction = transactions.begin(objects.stream().map(ArchivedObject::sopInstance).collect(Collectors.toSet()))) {
            ask(node, objects, transaction, patience);
            while (System.nanoTime() - end < 0) {
                cancellation.check();
                Optional<CommitmentReport> report = report(transaction);
                if (report.isPresent()) {
                    return report.get();
                }
            }
        }
        throw new NetworkException(node.address() + " has not said within " + patience.toSeconds() + " s whether it keeps the objects.");
    }

    private static Optional<CommitmentReport> report(Transaction transaction) throws NetworkException {
        try {
            return Optional.of(transaction.report().get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NetworkException("The wait for a report was interrupted.", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void ask(RemoteNode node, List<ArchivedObject> objects, Transaction transaction, Duration patience) throws IOException {
        try (Association association = requestor.open(node, List.of(new ProposedContext(CONTEXT, ServiceClass.STORAGE_COMMITMENT,
                List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN))))) {
            if (!association.contexts().containsKey(CONTEXT)) {
                throw new UnsupportedServiceException(node.address() + " takes the association, but not storage commitment.");
            }
            DimseStatus status = request(association, node, objects, transaction);
            if (!status.isSuccess() && !status.isWarning()) {
                throw new NetworkException(node.address() + " answers the request to keep objects with " + status + ".");
            }
            awaitHere(association, node, transaction, patience.compareTo(SAME_ASSOCIATION) < 0 ? patience : SAME_ASSOCIATION);
            association.release(node.patience());
        }
    }

    private static DimseStatus request(Association association, RemoteNode node, List<ArchivedObject> objects, Transaction transaction)
            throws NetworkException {
        DicomObject[] references = objects.stream().map(object -> new DicomObject().text(Transactions.SOP_CLASS, "UI", object.sopClass())
                .text(Transactions.SOP_INSTANCE, "UI", object.sopInstance())).toArray(DicomObject[]::new);
        DicomObject information = new DicomObject().text(Transactions.TRANSACTION, "UI", transaction.uid())
                .sequence(Transactions.REFERENCED, references);
        byte[] bytes = SmallDataSet.encode(information);
        try {
            association.send(CONTEXT, CommandSet.action(MESSAGE, ServiceClass.STORAGE_COMMITMENT, INSTANCE, ACTION),
                    new ByteArrayInputStream(bytes), bytes.length);
            return association.response(MESSAGE, node.patience()).status();
        } catch (IOException broken) {
            throw new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
        }
    }

    /** A report that comes by another association ends the wait too. */
    private void awaitHere(Association association, RemoteNode node, Transaction transaction, Duration patience) {
        Thread waiting = Thread.currentThread();
        transaction.report().copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).thenRun(() -> {
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
                DimseStatus status = transactions.serve(message.get(), association.contexts().get(CONTEXT),
                        new Caller(node.calledTitle(), node.callingTitle(), association.peer()));
                association.finishMessage();
                association.send(CONTEXT, message.get().command().response(status));
            }
        } catch (IOException ended) {
            // The report may still come by another association.
        }
    }
}
