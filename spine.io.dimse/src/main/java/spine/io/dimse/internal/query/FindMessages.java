package spine.io.dimse.internal.query;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.TransferSyntax;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StudyListing;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.ProtocolException;

/** Queries by the messages of one association. */
final class FindMessages implements StudyListing.Query {
    private final Association association;
    private final Duration silence;
    private int messageId;

    FindMessages(Association association, Duration silence) {
        this.association = association;
        this.silence = silence;
    }

    @Override
    public void find(DicomObject keys, StudyListing.Answer each) throws IOException {
        QueryMessages.ask(association, CommandSet.query(CommandField.C_FIND_RQ, ++messageId, StudyRoot.FIND), keys);
        while (true) {
            DimseMessage answer = QueryMessages.next(association, silence);
            if (answer.command().answeredId() != messageId) {
                throw ProtocolException.invalid("a response belongs to no request");
            }
            DimseStatus status = answer.command().status();
            if (!StudyRoot.isPending(status)) {
                StudyRoot.requireSuccess(status);
                return;
            }
            each.take(answer.dataSet().isEmpty() ? Optional.empty() : Optional.of(SmallDataSet.decode(answer.dataSet().get(),
                    StudyRoot.FIND, TransferSyntax.IMPLICIT_LITTLE_ENDIAN)));
        }
    }
}
