package spine.io.dimse.internal.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.io.dimse.NetworkException;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.service.SmallDataSet;

/** What the messages of queries and retrievals have in common. */
final class QueryMessages {
    /** The presentation context of the query; those of objects follow it. */
    static final int CONTEXT = 1;

    private QueryMessages() {
    }

    static ProposedContext context(String sopClass) {
        return new ProposedContext(CONTEXT, sopClass, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    }

    /** @throws UnsupportedServiceException without words, if the node has not accepted the context */
    static void ask(Association association, CommandSet request, DicomObject identifier) throws IOException {
        if (!association.contexts().containsKey(CONTEXT)) {
            throw new UnsupportedServiceException("");
        }
        byte[] bytes = SmallDataSet.encode(identifier);
        association.send(CONTEXT, request, new ByteArrayInputStream(bytes), bytes.length);
    }

    static DimseMessage next(Association association, Duration patience) throws IOException {
        return association.next(patience).orElseThrow(() -> new NetworkException("it ends the association without an answer"));
    }
}
