package spine.io.dimse.internal.pdu;

import spine.io.dimse.NetworkException;

/** The peer has sent an A-ABORT, or has closed the connection in the middle; nothing more can be sent to it. */
public final class AbortedException extends NetworkException {
    private static final long serialVersionUID = 1L;

    AbortedException(String words) {
        super(words);
    }
}
