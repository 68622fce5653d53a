package spine.io.dimse.internal.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.SmallDataSet;
import spine.io.dimse.internal.pdu.ProposedContext;

/** What queries and retrievals in the study root information model have in common (PS3.4 C.6.2). */
final class StudyRoot {
    static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    static final String MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    static final String GET = "1.2.840.10008.5.1.4.1.2.2.3";
    /** The presentation context of the query; those of objects follow it. */
    static final int CONTEXT = 1;

    private static final int LEVEL = 0x00080052;
    /** Pending, and pending with keys that are not supported (PS3.4 table C.4-1). */
    private static final int PENDING = 0xff00;
    private static final int PENDING_WITH_WARNING = 0xff01;

    private StudyRoot() {
    }

    static ProposedContext context(String sopClass) {
        return new ProposedContext(CONTEXT, sopClass, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    }

    static DicomObject identifier(String level, String study) {
        return new DicomObject().text(LEVEL, "CS", level).text(Tag.StudyInstanceUID, "UI", study);
    }

    /** @throws UnsupportedServiceException without words, if the node has not accepted the context */
    static void ask(Association association, CommandSet request, DicomObject identifier) throws IOException {
        if (!association.contexts().containsKey(CONTEXT)) {
            throw new UnsupportedServiceException("");
        }
        byte[] bytes = SmallDataSet.encode(identifier);
        association.send(CONTEXT, request, new ByteArrayInputStream(bytes), bytes.length);
    }

    static UnsupportedServiceException notOffered(RemoteNode node, String service) {
        return new UnsupportedServiceException(node.address() + " takes the association, but not " + service + ".");
    }

    static DimseMessage next(Association association, Duration patience) throws IOException {
        return association.next(patience).orElseThrow(() -> new NetworkException("it ends the association without an answer"));
    }

    static boolean isPending(CommandSet response) {
        int code = response.status().code();
        return code == PENDING || code == PENDING_WITH_WARNING;
    }
}
