package spine.io.dimse;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a listener receives. Called by several threads at once, one for each association. */
@FunctionalInterface
public interface StoreHandler {

    /**
     * Keeps one object. The peer is told the status when this returns, so what is acknowledged must be safe by then; what is left of the
     * stream is passed over.
     *
     * @param dataSet the bytes of the data set in the transfer syntax of {@code object}, as they come from the
     *        network; to be read by the calling thread. Reading throws {@link NetworkException} when the peer breaks off, is too
     *        slow or sends too much: the object is then incomplete, and the exception is to be passed on
     * @return what to answer
     * @throws IOException if the object cannot be kept: the peer is told {@link DimseStatus#OUT_OF_RESOURCES}
     */
    DimseStatus store(ReceivedObject object, InputStream dataSet) throws IOException;
}
