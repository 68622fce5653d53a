package spine.io.dcm4che.net.internal.guard;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * The items of an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3), as far as dcm4che believes too much of them: lengths, and the longest
 * P-DATA-TF that the peer takes, with which it would write for ever if that is a few bytes or over 2 GB.
 */
final class AssociateItems {
    private static final int ACCEPTED_CONTEXT = 0x21;
    private static final int USER_INFORMATION = 0x50;
    private static final int MAXIMUM_LENGTH = 0x51;
    private static final int HEADER = 4;
    /** Such that a fragment has room; no known implementation takes less than 4 KB. */
    private static final int LEAST_MAXIMUM = 128;

    private final byte[] pdu;
    private final int most;
    private final Set<Integer> accepted = new HashSet<>();

    private AssociateItems(byte[] pdu, int most) {
        this.pdu = pdu;
        this.most = most;
    }

    /**
     * Looks at all items from {@code from} on. A longest P-DATA-TF beyond {@code most} becomes that in the PDU.
     *
     * @return identifiers of the contexts that an answer accepts
     */
    static Set<Integer> check(byte[] pdu, int from, int end, int most) throws ProtocolException {
        AssociateItems items = new AssociateItems(pdu, most);
        items.walk(from, end);
        return items.accepted;
    }

    private void walk(int from, int end) throws ProtocolException {
        for (int item = from; item < end;) {
            int length = item + HEADER > end ? 0 : ByteBuffer.wrap(pdu).getShort(item + 2) & 0xffff;
            int next = item + HEADER + length;
            if (next > end) {
                throw ProtocolException.invalid("an item is cut off");
            }
            look(pdu[item], item + HEADER, next);
            item = next;
        }
    }

    private void look(int type, int content, int end) throws ProtocolException {
        switch (type) {
            case ACCEPTED_CONTEXT -> context(content, end);
            case USER_INFORMATION -> walk(content, end);
            case MAXIMUM_LENGTH -> maximum(content, end);
            default -> { }
        }
    }

    private void context(int content, int end) throws ProtocolException {
        if (end - content < HEADER) {
            throw ProtocolException.invalid("an item is cut off");
        }
        if (pdu[content + 2] == 0) {
            accepted.add(pdu[content] & 0xff);
        }
    }

    private void maximum(int content, int end) throws ProtocolException {
        if (end - content < HEADER) {
            throw ProtocolException.invalid("an item is cut off");
        }
        long maximum = ByteBuffer.wrap(pdu).getInt(content) & 0xffffffffL;
        if (maximum != 0 && maximum < LEAST_MAXIMUM) {
            throw ProtocolException.invalid("PDUs of " + maximum + " bytes are too short");
        }
        if (maximum == 0 || maximum > most) {
            ByteBuffer.wrap(pdu).putInt(content, most);
        }
    }
}
