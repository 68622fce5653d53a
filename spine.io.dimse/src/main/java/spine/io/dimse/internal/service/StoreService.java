package spine.io.dimse.internal.service;

import java.io.IOException;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.service.ObjectReception;
import spine.io.dimse.toolkit.Context;

/** C-STORE (PS3.7 9.3.1). */
public final class StoreService implements MessageService {
    private final ObjectReception reception;

    public StoreService(StoreHandler handler) {
        this.reception = new ObjectReception(handler);
    }

    @Override
    public DimseStatus serve(DimseMessage request, Context context, Caller caller) throws IOException {
        CommandSet command = request.command();
        return reception.take(new ReceivedObject(command.sopClass(), command.sopInstance(), context.transferSyntax(), caller.callingTitle(),
                caller.calledTitle(), caller.address()), context.abstractSyntax(), request.dataSet());
    }
}
