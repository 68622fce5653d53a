package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Priority;
import spine.api.Cancellation;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.service.FileToSend;
import spine.io.dimse.service.StorageContexts.Offer;
import spine.io.dimse.service.StoreAssociation;
import spine.io.dimse.toolkit.Context;

/** C-STORE as its user (PS3.7 9.1.1). */
public final class StoreByDcm4che implements StoreAssociation {
    private final OpenAssociation association;
    private final RemoteNode node;

    private StoreByDcm4che(OpenAssociation association, RemoteNode node) {
        this.association = association;
        this.node = node;
    }

    /** As {@link StoreAssociation.Opener#open}. */
    public static StoreAssociation open(Requestor requestor, RemoteNode node, Collection<Context> contexts) throws IOException {
        List<Offer> offers = contexts.stream().map(context -> new Offer(context.abstractSyntax(), List.of(context.transferSyntax())))
                .toList();
        return new StoreByDcm4che(requestor.open(node, new Requestor.Wish(offers, List.of(), 0, node.patience()), new MessageRules(),
                socket -> null), node);
    }

    @Override
    public Collection<Context> accepted() {
        return association.accepted().keySet();
    }

    @Override
    public DimseStatus store(FileToSend file) throws IOException {
        Answer answer = new Answer(association.nextMessage());
        try (InputStream in = file.open()) {
            association.ask(association.accepted().get(file.context()), Commands.mkCStoreRQ(answer.getMessageID(),
                    file.dataSet().sopClass(), file.dataSet().sopInstance(), Priority.NORMAL),
                    OpenAssociation.stream(in, file.length()), answer);
        }
        return association.next(answer, node.patience(), new Cancellation()).status();
    }

    @Override
    public void release() {
        association.release();
    }

    @Override
    public void abort(IOException reason) {
        association.abort();
    }

    @Override
    public void close() {
        association.close();
    }
}
