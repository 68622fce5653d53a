package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Priority;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.io.dcm4che.net.internal.guard.RefusedException;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.service.StudyListing;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.Context;

/** C-FIND as its user (PS3.7 9.1.2, PS3.4 C.4.1). */
public final class StudyQuery implements StudyListing.Query {
    private static final Context CONTEXT = new Context(StudyRoot.FIND, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    private static final List<Integer> NAMES = List.of(Tag.SeriesInstanceUID, Tag.SOPInstanceUID, Tag.SOPClassUID);

    private final OpenAssociation association;
    private final PresentationContext context;
    private final Duration silence;
    private final Cancellation cancellation;

    private StudyQuery(OpenAssociation association, PresentationContext context, Duration silence, Cancellation cancellation) {
        this.association = association;
        this.context = context;
        this.silence = silence;
        this.cancellation = cancellation;
    }

    /** As {@link spine.io.dimse.DicomNetwork#list}. */
    public static List<ArchivedObject> list(Requestor requestor, RemoteNode node, String study, RetrieveLimits limits,
            Cancellation cancellation) throws IOException {
        Requestor.Wish wish = new Requestor.Wish(List.of(new Offer(CONTEXT.abstractSyntax(), List.of(CONTEXT.transferSyntax()))), List.of(),
                0, limits.silence());
        try (OpenAssociation association = open(requestor, node, wish)) {
            PresentationContext context = association.accepted().get(CONTEXT);
            if (context == null) {
                throw StudyRoot.notOffered(node, "C-FIND");
            }
            try {
                StudyQuery query = new StudyQuery(association, context, limits.silence(), cancellation);
                List<ArchivedObject> objects = new StudyListing(query, limits, cancellation).of(study);
                association.release();
                return objects;
            } catch (UnsupportedServiceException | RefusedException told) {
                // An abort is what Orthanc answers those who may store but not query.
                throw new UnsupportedServiceException(association.failed(told).getMessage());
            } catch (IOException broken) {
                throw association.failed(broken);
            }
        }
    }

    /** There are archives that reject for good whoever wants nothing but to query. */
    private static OpenAssociation open(Requestor requestor, RemoteNode node, Requestor.Wish wish) throws IOException {
        try {
            return requestor.open(node, wish, new MessageRules(), socket -> null);
        } catch (NetworkException failure) {
            throw failure.getCause() instanceof RefusedException refused && !refused.isTransient()
                    ? new UnsupportedServiceException(failure.getMessage()) : failure;
        }
    }

    @Override
    public void find(DicomObject keys, StudyListing.Answer each) throws IOException {
        Answer answer = new Answer(association.nextMessage());
        association.ask(context, Commands.mkCFindRQ(answer.getMessageID(), StudyRoot.FIND, Priority.NORMAL),
                OpenAssociation.bytes(SmallDataSet.encode(keys)), answer);
        while (true) {
            Answer.Message message = association.next(answer, silence, cancellation);
            DimseStatus status = message.status();
            if (!StudyRoot.isPending(status)) {
                StudyRoot.requireSuccess(status);
                return;
            }
            each.take(Optional.ofNullable(message.data()).map(StudyQuery::names));
        }
    }

    private static DicomObject names(Attributes data) {
        DicomObject names = new DicomObject();
        NAMES.forEach(tag -> names.text(tag, "UI", Objects.requireNonNullElse(data.getString(tag), "")));
        return names;
    }
}
