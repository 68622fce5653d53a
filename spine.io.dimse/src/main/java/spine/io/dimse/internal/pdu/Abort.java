package spine.io.dimse.internal.pdu;

/**
 * A-ABORT (PS3.8 9.3.8).
 *
 * @param source 0 the user of the upper layer, 2 its provider
 * @param reason without meaning if the source is the user
 */
public record Abort(int source, int reason) {
    static final int UNRECOGNIZED_PDU = 1;
    static final int UNEXPECTED_PDU = 2;
    static final int INVALID_VALUE = 6;

    /** The program above the protocol gives up. */
    public static final Abort BY_USER = new Abort(0, 0);
    private static final int PROVIDER = 2;

    /** For a peer that does not keep to the protocol. */
    public static Abort because(ProtocolException violation) {
        return new Abort(PROVIDER, violation.reason());
    }

    public byte[] encode() {
        return new byte[] {PduType.ABORT, 0, 0, 0, 0, 4, 0, 0, (byte) source, (byte) reason};
    }

    static Abort decode(byte[] body) {
        return new Abort(body[2] & 0xff, body[3] & 0xff);
    }

    /** Why, as far as it is said (PS3.8 table 9-26). */
    public String words() {
        if (source != PROVIDER) {
            return "the other side aborted the association";
        }
        return "the other side aborted the association: " + switch (reason) {
            case UNRECOGNIZED_PDU -> "unrecognized PDU";
            case UNEXPECTED_PDU -> "unexpected PDU";
            case 4 -> "unrecognized PDU parameter";
            case 5 -> "unexpected PDU parameter";
            case INVALID_VALUE -> "invalid PDU parameter value";
            default -> "no reason given";
        };
    }
}
