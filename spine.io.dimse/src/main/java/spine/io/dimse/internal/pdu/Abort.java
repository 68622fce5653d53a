package spine.io.dimse.internal.pdu;

import spine.io.dimse.toolkit.PeerWords;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * A-ABORT (PS3.8 9.3.8).
 *
 * @param source 0 the user of the upper layer, 2 its provider
 * @param reason without meaning if the source is the user
 */
public record Abort(int source, int reason) {

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

    /** What to throw where the peer has sent it. */
    AbortedException exception() {
        return new AbortedException(PeerWords.aborted(source, reason));
    }
}
