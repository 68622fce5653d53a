package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.DimseRQHandler;
import org.dcm4che3.net.Priority;
import org.dcm4che3.net.pdu.PresentationContext;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dcm4che.net.internal.listen.RequestService;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.service.ObjectReception;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StorageContexts;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.service.Transactions;
import spine.io.dimse.toolkit.Context;

/** C-GET and C-MOVE as their user (PS3.7 9.1.3, 9.1.4; PS3.4 C.4.2, C.4.3), of whole studies. */
public final class StudyRetrieval {
    private static final String STUDY = "STUDY";
    private static final int NOT_SAID = -1;

    private final Requestor requestor;
    private final RemoteNode node;
    private final String study;
    private final RetrieveLimits limits;
    private final Cancellation cancellation;

    public StudyRetrieval(Requestor requestor, RemoteNode node, String study, RetrieveLimits limits, Cancellation cancellation) {
        this.requestor = requestor;
        this.node = node;
        this.study = study;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /** As {@link spine.io.dimse.DicomNetwork#get}. */
    public Retrieval get(StorageContexts contexts, List<ArchivedObject> objects, StoreHandler handler) throws IOException {
        List<Offer> offers = new ArrayList<>(List.of(query(StudyRoot.GET)));
        offers.addAll(contexts.of(objects));
        List<String> roles = offers.stream().skip(1).map(Offer::sopClass).distinct().toList();
        ObjectReception reception = new ObjectReception((object, dataSet) -> {
            if (cancellation.cancelled()) {
                throw new NetworkException("the retrieval was cancelled");
            }
            return handler.store(object, dataSet);
        });
        return retrieve("C-GET", offers, roles, message -> Commands.mkCGetRQ(message, StudyRoot.GET, Priority.NORMAL),
                new MessageRules(MessageRules.C_STORE_RQ),
                socket -> new RequestService(socket, Optional.of(reception), new Transactions()));
    }

    /** As {@link spine.io.dimse.DicomNetwork#move}. */
    public Retrieval move(String destination) throws IOException {
        return retrieve("C-MOVE", List.of(query(StudyRoot.MOVE)), List.of(), message -> Commands.mkCMoveRQ(message, StudyRoot.MOVE,
                Priority.NORMAL, destination), new MessageRules(), socket -> null);
    }

    private static Offer query(String sopClass) {
        return new Offer(sopClass, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    }

    private Retrieval retrieve(String name, List<Offer> offers, List<String> roles, IntFunction<Attributes> request, MessageRules rules,
            Function<GuardedSocket, DimseRQHandler> requests) throws IOException {
        Requestor.Wish wish = new Requestor.Wish(offers, roles, limits.objectBytes(), limits.silence());
        try (OpenAssociation association = requestor.open(node, wish, rules, requests)) {
            PresentationContext context = association.accepted().get(new Context(offers.get(0).sopClass(),
                    TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
            if (context == null) {
                throw StudyRoot.notOffered(node, name);
            }
            try {
                Retrieval end = retrieve(association, context, request);
                association.release();
                return end;
            } catch (CancellationException cancelled) {
                association.abort();
                throw cancelled;
            } catch (IOException broken) {
                association.abort();
                throw association.failed(broken);
            }
        }
    }

    private Retrieval retrieve(OpenAssociation association, PresentationContext context, IntFunction<Attributes> request)
            throws IOException {
        Answer answer = new Answer(association.nextMessage());
        association.ask(context, request.apply(answer.getMessageID()),
                OpenAssociation.bytes(SmallDataSet.encode(StudyRoot.identifier(STUDY, study))), answer);
        while (true) {
            Answer.Message message = association.next(answer, limits.silence(), cancellation);
            if (!StudyRoot.isPending(message.status())) {
                return new Retrieval(message.status(), sum(message.command(), Tag.NumberOfCompletedSuboperations,
                        Tag.NumberOfWarningSuboperations), sum(message.command(), Tag.NumberOfFailedSuboperations));
            }
        }
    }

    private static int sum(Attributes command, int... counters) {
        int[] said = IntStream.of(counters).map(counter -> command.getInt(counter, NOT_SAID)).filter(number -> number >= 0).toArray();
        return said.length == 0 ? NOT_SAID : IntStream.of(said).sum();
    }
}
