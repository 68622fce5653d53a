package spine.io.dimse.internal.pdu;

import java.nio.charset.StandardCharsets;
import spine.io.dimse.toolkit.ProtocolException;

/** Goes through the items of a PDU (PS3.8 9.3.2.2); nothing is read beyond the end of the item that holds it. */
final class ItemReader {
    private static final int TITLE = 16;
    private static final int MOST_UID = 64;

    private final byte[] bytes;
    private final int end;
    private int at;

    ItemReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ItemReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    int left() {
        return end - at;
    }

    int number(int count) throws ProtocolException {
        demand(count);
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    void skip(int count) throws ProtocolException {
        demand(count);
        at += count;
    }

    /** The content of an item whose type was read already. */
    ItemReader content() throws ProtocolException {
        skip(1);
        return part(number(2));
    }

    ItemReader part(int length) throws ProtocolException {
        demand(length);
        at += length;
        return new ItemReader(bytes, at - length, at);
    }

    /** All that is left as a UID; some peers pad it with NUL or a blank. */
    String uid() throws ProtocolException {
        String uid = text(left());
        if (uid.length() > MOST_UID || !uid.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
            throw ProtocolException.invalid("a UID is not valid");
        }
        return uid;
    }

    /** An AE title without the blanks around it. */
    String title() throws ProtocolException {
        return text(TITLE);
    }

    /** Printable ASCII; what else there is becomes a question mark, so that it can stand in a log. */
    String text(int length) throws ProtocolException {
        demand(length);
        String raw = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        int used = raw.length();
        while (used > 0 && raw.charAt(used - 1) <= ' ') {
            used--;
        }
        return raw.substring(0, used).replaceAll("[^ -~]", "?").strip();
    }

    private void demand(int count) throws ProtocolException {
        if (count > end - at) {
            throw ProtocolException.invalid("an item is longer than what holds it");
        }
    }
}
