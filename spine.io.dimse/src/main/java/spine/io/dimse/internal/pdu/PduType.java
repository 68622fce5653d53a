package spine.io.dimse.internal.pdu;

/** Types of PDUs (PS3.8 9.3). */
public final class PduType {
    public static final int ASSOCIATE_RQ = 1;
    public static final int ASSOCIATE_AC = 2;
    public static final int ASSOCIATE_RJ = 3;
    public static final int DATA = 4;
    public static final int RELEASE_RQ = 5;
    public static final int RELEASE_RP = 6;
    public static final int ABORT = 7;
    /** The peer has closed the connection between two PDUs. */
    public static final int CLOSED = -1;

    private PduType() {
    }
}
