package spine.io.dimse.internal.query;

import java.io.IOException;
import java.util.List;
import spine.api.Cancellation;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.association.RejectedException;
import spine.io.dimse.internal.pdu.AbortedException;
import spine.io.dimse.service.StudyListing;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.ConnectionWords;

/** C-FIND as its user (PS3.7 9.1.2, PS3.4 C.4.1). */
public final class FindUser {
    private final AssociationRequestor requestor;

    public FindUser(AssociationRequestor requestor) {
        this.requestor = requestor;
    }

    /** As {@link spine.io.dimse.DicomNetwork#list}. */
    public List<ArchivedObject> list(RemoteNode node, String study, RetrieveLimits limits, Cancellation cancellation) throws IOException {
        try (Association association = open(node)) {
            try {
                StudyListing.Query query = new FindMessages(association, limits.silence());
                List<ArchivedObject> objects = new StudyListing(query, limits, cancellation).of(study);
                association.release(node.patience());
                return objects;
            } catch (UnsupportedServiceException told) {
                throw told.getMessage().isEmpty() ? StudyRoot.notOffered(node, "C-FIND")
                        : new UnsupportedServiceException(node.address() + ": " + told.getMessage() + ".");
            } catch (AbortedException refused) {
                // So Orthanc answers those who may store but not query.
                throw new UnsupportedServiceException(node.address() + ": " + ConnectionWords.of(refused) + ".");
            } catch (IOException broken) {
                throw new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
            }
        }
    }

    /** There are archives that reject for good whoever wants nothing but to query. */
    private Association open(RemoteNode node) throws IOException {
        try {
            return requestor.open(node, List.of(QueryMessages.context(StudyRoot.FIND)));
        } catch (NetworkException failure) {
            throw failure.getCause() instanceof RejectedException rejected && !rejected.isTransient()
                    ? new UnsupportedServiceException(failure.getMessage()) : failure;
        }
    }
}
