package spine.io.dimse.internal.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import spine.api.Cancellation;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.pdu.RoleSelection;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.internal.service.MessageService;
import spine.io.dimse.internal.service.StoreService;
import spine.io.dimse.service.StorageContexts;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.ConnectionWords;
import spine.io.dimse.toolkit.ProtocolException;

/** C-GET and C-MOVE as their user (PS3.7 9.1.3, 9.1.4; PS3.4 C.4.2, C.4.3), of whole studies. */
public final class RetrieveUser {
    private static final String STUDY = "STUDY";

    private final AssociationRequestor requestor;
    private final Predicate<String> readable;

    /** @param readable which transfer syntaxes can be read */
    public RetrieveUser(AssociationRequestor requestor, Predicate<String> readable) {
        this.requestor = requestor;
        this.readable = readable;
    }

    /** As {@link spine.io.dimse.DicomNetwork#get}. */
    public Retrieval get(RemoteNode node, String study, List<ArchivedObject> objects, StoreHandler handler, RetrieveLimits limits,
            Cancellation cancellation) throws IOException {
        List<ProposedContext> contexts = new ArrayList<>(List.of(QueryMessages.context(StudyRoot.GET)));
        for (StorageContexts.Offer offer : new StorageContexts(readable).of(objects)) {
            contexts.add(new ProposedContext(QueryMessages.CONTEXT + 2 * contexts.size(), offer.sopClass(), offer.transferSyntaxes()));
        }
        List<RoleSelection> roles = contexts.stream().skip(1).map(ProposedContext::abstractSyntax).distinct()
                .map(sopClass -> new RoleSelection(sopClass, false, true)).toList();
        return retrieve(node, contexts, roles, CommandSet.query(CommandField.C_GET_RQ, RetrieveAnswers.MESSAGE, StudyRoot.GET), study,
                Map.of(CommandField.C_STORE_RQ, new StoreService(handler)), limits, cancellation, "C-GET");
    }

    /** As {@link spine.io.dimse.DicomNetwork#move}. */
    public Retrieval move(RemoteNode node, String study, String destination, RetrieveLimits limits, Cancellation cancellation)
            throws IOException {
        return retrieve(node, List.of(QueryMessages.context(StudyRoot.MOVE)), List.of(),
                CommandSet.query(CommandField.C_MOVE_RQ, RetrieveAnswers.MESSAGE, StudyRoot.MOVE).to(destination), study, Map.of(), limits,
                cancellation, "C-MOVE");
    }

    private Retrieval retrieve(RemoteNode node, List<ProposedContext> contexts, List<RoleSelection> roles, CommandSet request, String study,
            Map<Integer, MessageService> services, RetrieveLimits limits, Cancellation cancellation, String name) throws IOException {
        try (Association association = requestor.open(node, contexts, roles, limits.objectBytes())) {
            try {
                QueryMessages.ask(association, request, StudyRoot.identifier(STUDY, study));
                Retrieval end = new RetrieveAnswers(association, services, new Caller(node.calledTitle(), node.callingTitle(),
                        association.peer()), limits, cancellation).await();
                association.release(node.patience());
                return end;
            } catch (UnsupportedServiceException notAccepted) {
                throw StudyRoot.notOffered(node, name);
            } catch (CancellationException cancelled) {
                association.abort(Abort.BY_USER);
                throw cancelled;
            } catch (IOException broken) {
                association.abort(broken instanceof ProtocolException violation ? Abort.because(violation) : Abort.BY_USER);
                throw new NetworkException(node.address() + ": " + ConnectionWords.of(broken) + ".", broken);
            }
        }
    }
}
