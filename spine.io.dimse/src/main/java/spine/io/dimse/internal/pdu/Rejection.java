package spine.io.dimse.internal.pdu;

/**
 * A-ASSOCIATE-RJ (PS3.8 9.3.4).
 *
 * @param result 1 permanent, 2 transient
 * @param source 1 the user of the upper layer, 2 its provider (protocol), 3 its provider (presentation)
 * @param reason by source
 */
public record Rejection(int result, int source, int reason) {
    public static final Rejection CALLING_TITLE = new Rejection(1, 1, 3);
    public static final Rejection CALLED_TITLE = new Rejection(1, 1, 7);
    public static final Rejection APPLICATION_CONTEXT = new Rejection(1, 1, 2);
    public static final Rejection PROTOCOL_VERSION = new Rejection(1, 2, 2);
    public static final Rejection LOCAL_LIMIT = new Rejection(2, 3, 2);

    public byte[] encode() {
        return new byte[] {PduType.ASSOCIATE_RJ, 0, 0, 0, 0, 4, 0, (byte) result, (byte) source, (byte) reason};
    }

    static Rejection decode(byte[] body) {
        return new Rejection(body[1] & 0xff, body[2] & 0xff, body[3] & 0xff);
    }

    /** Whether it may be otherwise later. */
    public boolean isTransient() {
        return result == 2;
    }
}
