package spine.io.dimse.internal.service;

import java.io.IOException;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.toolkit.Context;

/** Serves the requests of one kind, such as C-STORE. Called by several threads at once. */
public interface MessageService {

    /**
     * @param context in which the request came
     * @param caller who asks
     * @return what to answer
     * @throws IOException if the association is broken
     */
    DimseStatus serve(DimseMessage request, Context context, Caller caller) throws IOException;
}
