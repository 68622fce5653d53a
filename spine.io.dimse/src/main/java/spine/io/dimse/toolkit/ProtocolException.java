package spine.io.dimse.toolkit;

import java.io.IOException;

/** The peer does not keep to PS3.8 or PS3.7; the association is to be aborted. */
public final class ProtocolException extends IOException {
    private static final int UNRECOGNIZED_PDU = 1;
    private static final int UNEXPECTED_PDU = 2;
    private static final int INVALID_VALUE = 6;
    private static final long serialVersionUID = 1L;

    private final int reason;

    private ProtocolException(int reason, String words) {
        super(words);
        this.reason = reason;
    }

    /** @param words what is wrong, such as "the PDU is longer than agreed" */
    public static ProtocolException invalid(String words) {
        return new ProtocolException(INVALID_VALUE, words);
    }

    public static ProtocolException unexpected(int type) {
        return new ProtocolException(UNEXPECTED_PDU, "a PDU of type " + type + " does not belong here");
    }

    public static ProtocolException unrecognized(int type) {
        return new ProtocolException(UNRECOGNIZED_PDU, "there is no PDU of type " + type);
    }

    /** Reason of the A-ABORT (PS3.8 table 9-26). */
    public int reason() {
        return reason;
    }
}
