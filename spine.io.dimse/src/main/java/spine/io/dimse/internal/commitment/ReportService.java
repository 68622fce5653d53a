package spine.io.dimse.internal.commitment;

import java.io.IOException;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.internal.service.MessageService;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.Context;

/** N-EVENT-REPORT of storage commitment (PS3.4 J.3.3). */
public final class ReportService implements MessageService {
    private final Transactions transactions;

    public ReportService(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public DimseStatus serve(DimseMessage request, Context context, Caller caller) throws IOException {
        return transactions.report(context.abstractSyntax(), context.transferSyntax(), request.dataSet());
    }
}
