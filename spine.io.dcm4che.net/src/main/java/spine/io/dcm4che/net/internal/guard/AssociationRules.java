package spine.io.dcm4che.net.internal.guard;

import java.io.IOException;
import java.time.Duration;

/**
 * What a peer may do on an association.
 *
 * @param acceptor whether this side was called
 * @param pduBytes longest P-DATA-TF
 * @param dataBytes longest data set of a request
 * @param idle from one message to the next, as far as one is expected
 * @param pace time for each further {@code paceBytes} of a message
 * @param paceBytes see {@code pace}
 * @param writing time in which the peer must take each part that is sent
 * @param messages what is thought of the beginning of a message
 */
public record AssociationRules(boolean acceptor, int pduBytes, long dataBytes, Duration idle, Duration pace, int paceBytes,
        Duration writing, Messages messages) {

    /** Looks at a message before dcm4che does. */
    @FunctionalInterface
    public interface Messages {

        /** @throws IOException if it does not belong here: the association is aborted */
        void check(CommandHead command) throws IOException;
    }
}
