package spine.io.dimse.internal.commitment;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import spine.dicom.DicomObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.internal.association.Context;
import spine.io.dimse.internal.association.ServiceClass;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.SmallDataSet;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.internal.service.MessageService;

/** The requests that are not reported yet, and N-EVENT-REPORT, which reports them (PS3.4 J.3.3). Safe for several threads. */
public final class Transactions implements MessageService {
    static final int TRANSACTION = 0x00081195;
    static final int REFERENCED = 0x00081199;
    static final int SOP_CLASS = 0x00081150;
    static final int SOP_INSTANCE = 0x00081155;

    private static final int FAILED = 0x00081198;
    private static final int FAILURE_REASON = 0x00081197;
    private static final int UUID_BITS = 64;
    private static final DimseStatus UNKNOWN = new DimseStatus(0x0112, "there is no such transaction");
    private static final DimseStatus WITHOUT_DATA_SET = new DimseStatus(0x0115, "there is no data set");

    private final Map<String, Transaction> open = new ConcurrentHashMap<>();

    /** @param asked SOP instance UIDs */
    Transaction begin(Set<String> asked) {
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

    @Override
    public DimseStatus serve(DimseMessage request, Context context, Caller caller) throws IOException {
        if (!context.abstractSyntax().equals(ServiceClass.STORAGE_COMMITMENT)) {
            return DimseStatus.UNRECOGNIZED_OPERATION;
        }
        if (request.dataSet().isEmpty()) {
            return WITHOUT_DATA_SET;
        }
        DicomObject report = SmallDataSet.decode(request.dataSet().get(), ServiceClass.STORAGE_COMMITMENT, context.transferSyntax());
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
