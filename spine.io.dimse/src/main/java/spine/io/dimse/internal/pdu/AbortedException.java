package spine.io.dimse.internal.pdu;

import java.io.IOException;

/** The peer has sent an A-ABORT, or has closed the connection in the middle; nothing more can be sent to it. */
public final class AbortedException extends IOException {
    private static final long serialVersionUID = 1L;

    AbortedException(String words) {
        super(words);
    }
}
