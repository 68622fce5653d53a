package spine.io.dimse.internal.send;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.AssociationRequestor;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.service.FileToSend;
import spine.io.dimse.service.StoreAssociation;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.ProtocolException;

/** Sends files as messages of an association. */
public final class StoreOverTcp implements StoreAssociation {
    private static final int MOST_MESSAGES = 0xffff;

    private final Association association;
    private final RemoteNode node;
    private int messageId;

    private StoreOverTcp(Association association, RemoteNode node) {
        this.association = association;
        this.node = node;
    }

    /** As {@link StoreAssociation.Opener#open}. */
    public static StoreAssociation open(AssociationRequestor requestor, RemoteNode node, Collection<Context> contexts) throws IOException {
        List<ProposedContext> proposed = new ArrayList<>();
        for (Context context : contexts) {
            proposed.add(new ProposedContext(2 * proposed.size() + 1, context.abstractSyntax(), List.of(context.transferSyntax())));
        }
        return new StoreOverTcp(requestor.open(node, proposed), node);
    }

    @Override
    public Collection<Context> accepted() {
        return association.contexts().values();
    }

    @Override
    public DimseStatus store(FileToSend file) throws IOException {
        int context = association.contexts().entrySet().stream().filter(entry -> entry.getValue().equals(file.context()))
                .mapToInt(Map.Entry::getKey).findFirst().orElseThrow();
        messageId = messageId % MOST_MESSAGES + 1;
        try (InputStream in = file.open()) {
            association.send(context, CommandSet.request(CommandField.C_STORE_RQ, messageId, file.dataSet().sopClass(),
                    file.dataSet().sopInstance(), true), in, file.length());
        }
        return association.response(messageId, node.patience()).status();
    }

    @Override
    public void release() {
        association.release(node.patience());
    }

    @Override
    public void abort(IOException reason) {
        association.abort(reason instanceof ProtocolException violation ? Abort.because(violation) : Abort.BY_USER);
    }

    @Override
    public void close() {
        association.close();
    }
}
