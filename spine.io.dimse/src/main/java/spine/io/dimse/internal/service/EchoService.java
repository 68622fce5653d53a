package spine.io.dimse.internal.service;

import spine.io.dimse.DimseStatus;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.toolkit.Context;

/** C-ECHO (PS3.7 9.3.5): says that it is there. */
public final class EchoService implements MessageService {

    @Override
    public DimseStatus serve(DimseMessage request, Context context, Caller caller) {
        return DimseStatus.SUCCESS;
    }
}
