package spine.io.dimse.toolkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** What another node says by its numbers or by its silence, as phrases for a person. */
public final class PeerWords {
    public static final String CLOSED = "the other side closed the connection";
    public static final String TOO_SLOW = "the other side was too slow";

    private static final int TRANSIENT = 2;
    private static final int PROVIDER = 2;

    private PeerWords() {
    }

    /** Of an A-ASSOCIATE-RJ (PS3.8 table 9-21). */
    public static String rejected(int result, int source, int reason) {
        return "the association is rejected" + (result == TRANSIENT ? " for now" : "") + ": " + switch (source * 10 + reason) {
            case 12 -> "the application context is not supported";
            case 13 -> "the calling AE title is not known there";
            case 17 -> "the called AE title is not known there";
            case 22 -> "the protocol version is not supported";
            case 31 -> "it has no room at the moment (temporary congestion)";
            case 32 -> "it has no room at the moment (local limit exceeded)";
            default -> "no reason given";
        };
    }

    /** Of an A-ABORT, as far as it says why (PS3.8 table 9-26). */
    public static String aborted(int source, int reason) {
        if (source != PROVIDER) {
            return "the other side aborted the association";
        }
        return "the other side aborted the association: " + switch (reason) {
            case 1 -> "unrecognized PDU";
            case 2 -> "unexpected PDU";
            case 4 -> "unrecognized PDU parameter";
            case 5 -> "unexpected PDU parameter";
            case 6 -> "invalid PDU parameter value";
            default -> "no reason given";
        };
    }

    /** Why there is no connection over TCP. */
    public static String unreachable(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (failure instanceof SocketTimeoutException) {
            return "nothing answers in time";
        }
        return failure instanceof ConnectException ? "nothing listens there" : "the network does not lead there";
    }
}
