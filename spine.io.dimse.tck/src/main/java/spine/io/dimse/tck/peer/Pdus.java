package spine.io.dimse.tck.peer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.dicom.Implementation;

/** PDUs of the upper layer protocol, byte by byte (PS3.8 9.3). */
public final class Pdus {
    public static final int ASSOCIATE_RQ = 1;
    public static final int ASSOCIATE_AC = 2;
    public static final int ASSOCIATE_RJ = 3;
    public static final int DATA = 4;
    public static final int RELEASE_RQ = 5;
    public static final int RELEASE_RP = 6;
    public static final int ABORT = 7;
    public static final int HEADER = 6;

    private static final String APPLICATION = "1.2.840.10008.3.1.1.1";
    private static final int TITLES = 68;

    /** A presentation context; in an answer it has one transfer syntax. */
    public record Proposed(int id, String sopClass, List<String> syntaxes) {
    }

    private Pdus() {
    }

    public static byte[] request(String called, String calling, List<Proposed> contexts, byte[] roles) {
        byte[][] items = contexts.stream().map(context -> item(0x20, new byte[] {(byte) context.id(), 0, 0, 0},
                item(0x30, text(context.sopClass())), joined(context.syntaxes().stream().map(syntax -> item(0x40, text(syntax)))
                        .toArray(byte[][]::new)))).toArray(byte[][]::new);
        return associate(ASSOCIATE_RQ, called, calling, joined(items), roles);
    }

    /** Accepts the first transfer syntax of each context. */
    public static byte[] accept(List<Proposed> contexts, byte[] roles) {
        byte[][] items = contexts.stream().map(context -> item(0x21, new byte[] {(byte) context.id(), 0, 0, 0},
                item(0x40, text(context.syntaxes().get(0))))).toArray(byte[][]::new);
        return associate(ASSOCIATE_AC, "", "", joined(items), roles);
    }

    private static byte[] associate(int type, String called, String calling, byte[] contexts, byte[] roles) {
        byte[] fixed = Arrays.copyOf(new byte[] {0, 1, 0, 0}, TITLES);
        title(fixed, 4, called);
        title(fixed, 20, calling);
        byte[] user = item(0x50, item(0x51, new byte[] {0, 0, 0x40, 0}), item(0x52, text(Implementation.CLASS_UID)), roles,
                item(0x55, text(Implementation.VERSION_NAME)));
        return pdu(type, joined(fixed, item(0x10, text(APPLICATION)), contexts, user));
    }

    private static void title(byte[] into, int at, String title) {
        byte[] bytes = text(String.format("%-16s", title));
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    /** What one side does for a SOP class. */
    public static byte[] role(String sopClass, boolean user, boolean provider) {
        byte[] uid = text(sopClass);
        return item(0x54, new byte[] {0, (byte) uid.length}, uid, new byte[] {(byte) (user ? 1 : 0), (byte) (provider ? 1 : 0)});
    }

    /** The contexts of an A-ASSOCIATE-RQ, and those of an A-ASSOCIATE-AC that were accepted, by identifier. */
    public static Map<Integer, Proposed> contexts(byte[] body) {
        Map<Integer, Proposed> contexts = new LinkedHashMap<>();
        for (byte[] item : items(body, TITLES)) {
            boolean proposed = item[0] == 0x20;
            if (proposed || item[0] == 0x21 && item[6] == 0) {
                List<byte[]> names = items(item, 8);
                contexts.put(item[4] & 0xff, new Proposed(item[4] & 0xff, proposed ? value(names.get(0)) : "",
                        names.stream().skip(proposed ? 1 : 0).map(Pdus::value).toList()));
            }
        }
        return contexts;
    }

    /** The items for roles of an A-ASSOCIATE-RQ, as they are. */
    public static byte[] roles(byte[] body) {
        return joined(items(body, TITLES).stream().filter(item -> item[0] == 0x50).flatMap(user -> items(user, 4).stream())
                .filter(item -> item[0] == 0x54).toArray(byte[][]::new));
    }

    private static List<byte[]> items(byte[] bytes, int from) {
        List<byte[]> items = new ArrayList<>();
        for (int at = from; at < bytes.length;) {
            int end = at + 4 + (bytes[at + 2] << 8 & 0xff00 | bytes[at + 3] & 0xff);
            items.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        return items;
    }

    private static String value(byte[] item) {
        return new String(item, 4, item.length - 4, StandardCharsets.US_ASCII);
    }

    private static byte[] item(int type, byte[]... parts) {
        byte[] content = joined(parts);
        return ByteBuffer.allocate(4 + content.length).put((byte) type).put((byte) 0).putShort((short) content.length).put(content).array();
    }

    public static byte[] pdu(int type, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length).put((byte) type).put((byte) 0).putInt(body.length).put(body).array();
    }

    /** A-RELEASE, A-ABORT or A-ASSOCIATE-RJ. */
    public static byte[] shortPdu(int type, int second, int third, int fourth) {
        return pdu(type, new byte[] {0, (byte) second, (byte) third, (byte) fourth});
    }

    /** A P-DATA-TF with one fragment. */
    public static byte[] pdv(int context, int control, byte[] content) {
        return pdu(DATA, joined(ByteBuffer.allocate(6).putInt(content.length + 2).put((byte) context).put((byte) control).array(),
                content));
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
