package spine.io.dimse.service;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.toolkit.ServiceClass;

/** The requests for storage commitment that are not reported yet, and the reports (PS3.4 J.3.3). Safe for several threads. */
public final class Transactions {
    /** The well-known SOP instance that is asked (PS3.4 J.3.5). */
    public static final String INSTANCE = "1.2.840.10008.1.20.1.1";
    /** Action type of a request (PS3.4 table J.3-1). */
    public static final int REQUEST = 1;
    private static final int TRANSACTION = 0x00081195;
    private static final int REFERENCED = 0x00081199;
    private static final int SOP_CLASS = 0x00081150;
    private static final int SOP_INSTANCE = 0x00081155;

    private static final int FAILED = 0x00081198;
    private static final int FAILURE_REASON = 0x00081197;
    private static final int UUID_BITS = 64;
    private static final Duration LOOK = Duration.ofMillis(200);
    /** Most nodes open an association of their own for the report. */
    private static final Duration SAME_ASSOCIATION = Duration.ofSeconds(5);
    private static final DimseStatus UNKNOWN = new DimseStatus(0x0112, "there is no such transaction");
    private static final DimseStatus WITHOUT_DATA_SET = new DimseStatus(0x0115, "there is no data set");

    private final Map<String, Transaction> open = new ConcurrentHashMap<>();

    /** Asks a node to keep objects, over whatever toolkit. */
    @FunctionalInterface
    public interface Asking {

        /** Returns when the node has agreed, or when the transaction is reported. */
        void ask(Transaction transaction) throws IOException;
    }

    /** As {@link spine.io.dimse.DicomNetwork#commit}. */
    public CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation,
            Asking asking) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try (Transaction transaction = begin(objects.stream().map(ArchivedObject::sopInstance).collect(Collectors.toSet()))) {
            asking.ask(transaction);
            while (System.nanoTime() - end < 0) {
                cancellation.check();
                Optional<CommitmentReport> report = transaction.await(LOOK);
                if (report.isPresent()) {
                    return report.get();
                }
            }
        }
        throw new NetworkException(node.address() + " has not said within " + patience.toSeconds() + " s whether it keeps the objects.");
    }

    /** The request for the objects of a transaction (PS3.4 table J.3-1). */
    public static DicomObject request(Transaction transaction, List<ArchivedObject> objects) {
        DicomObject[] references = objects.stream().map(object -> new DicomObject().text(SOP_CLASS, "UI", object.sopClass())
                .text(SOP_INSTANCE, "UI", object.sopInstance())).toArray(DicomObject[]::new);
        return new DicomObject().text(TRANSACTION, "UI", transaction.uid()).sequence(REFERENCED, references);
    }

    /** How long the association of the request is kept for the report, of the time that there is for it. */
    public static Duration onSameAssociation(Duration patience) {
        return patience.compareTo(SAME_ASSOCIATION) < 0 ? patience : SAME_ASSOCIATION;
    }

    /** @throws NetworkException if the node has not agreed to say later what it keeps, as its answer to the request tells */
    public static void checkAgreed(RemoteNode node, DimseStatus answer) throws NetworkException {
        if (!answer.isSuccess() && !answer.isWarning()) {
            throw new NetworkException(node.address() + " answers the request to keep objects with " + answer + ".");
        }
    }

    /** What is thrown if the node accepts no presentation context for a request. */
    public static UnsupportedServiceException notOffered(RemoteNode node) {
        return new UnsupportedServiceException(node.address() + " takes the association, but not storage commitment.");
    }

    /** @param asked SOP instance UIDs */
    private Transaction begin(Set<String> asked) {
        String uid = randomUid();
        Transaction transaction = new Transaction(uid, asked, () -> open.remove(uid));
        open.put(uid, transaction);
        return transaction;
    }

    /** Of a UUID (PS3.5 B.2). */
    private static String randomUid() {
        UUID uuid = UUID.randomUUID();
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        return "2.25." + high.shiftLeft(UUID_BITS).add(new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits())));
    }

    /**
     * Takes a report (N-EVENT-REPORT).
     *
     * @param context SOP class of the presentation context in which it came
     * @param dataSet empty if none was sent
     * @return what to answer
     * @throws IOException if the association is broken
     */
    public DimseStatus report(String context, String transferSyntax, Optional<InputStream> dataSet) throws IOException {
        if (!context.equals(ServiceClass.STORAGE_COMMITMENT)) {
            return DimseStatus.UNRECOGNIZED_OPERATION;
        }
        if (dataSet.isEmpty()) {
            return WITHOUT_DATA_SET;
        }
        DicomObject report = SmallDataSet.decode(dataSet.get(), ServiceClass.STORAGE_COMMITMENT, transferSyntax);
        Transaction transaction = open.get(report.text(TRANSACTION));
        if (transaction == null) {
            return UNKNOWN;
        }
        Set<String> committed = new HashSet<>();
        report.items(REFERENCED).forEach(item -> committed.add(item.text(SOP_INSTANCE)));
        Map<String, DimseStatus> failed = new HashMap<>();
        report.items(FAILED).forEach(item -> failed.put(item.text(SOP_INSTANCE),
                new DimseStatus(item.integer(FAILURE_REASON, DimseStatus.PROCESSING_FAILURE.code()) & 0xffff, "")));
        transaction.reported(committed, failed);
        return DimseStatus.SUCCESS;
    }
}
