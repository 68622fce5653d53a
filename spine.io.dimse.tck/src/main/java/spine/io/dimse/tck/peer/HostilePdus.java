package spine.io.dimse.tck.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes that no honest peer sends, made from those that one does: the same for the same seed. */
public final class HostilePdus {
    private static final int RANDOM_VARIANTS = 40;
    private static final int MOST_FLIPS = 4;

    private HostilePdus() {
    }

    /**
     * @param name for messages of a test
     * @param associated whether they come after an association was granted, or in place of the request for one
     */
    public record Attack(String name, boolean associated, byte[] bytes) {
    }

    public static List<Attack> all(long seed) {
        List<Attack> attacks = new ArrayList<>();
        Random random = new Random(seed);
        byte[] request = RawPeer.request();
        attacks.addAll(foreign(random));
        attacks.addAll(types(false));
        attacks.addAll(lengths("request", false, request, itemLengths(request), 2));
        attacks.addAll(lengths("request", false, request, List.of(2), 4));
        attacks.addAll(variants("request", false, request, random));
        byte[] store = store();
        attacks.addAll(types(true));
        attacks.addAll(fragments());
        attacks.addAll(lengths("store", true, store, List.of(2, 6, store.length - 100 - 12 + 2, store.length - 100 - 6), 4));
        attacks.addAll(lengths("command", true, store, List.of(16, 28, 50), 4));
        attacks.addAll(variants("store", true, store, random));
        return attacks;
    }

    /** Other protocols, and noise. */
    private static List<Attack> foreign(Random random) {
        byte[] noise = new byte[5_000];
        random.nextBytes(noise);
        return List.of(new Attack("HTTP", false, "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                new Attack("TLS", false, new byte[] {0x16, 3, 1, 0, (byte) 0xa5, 1, 0, 0, (byte) 0xa1, 3, 3, 1, 2, 3, 4, 5, 6}),
                new Attack("noise", false, noise), new Attack("zeros", false, new byte[5_000]), new Attack("nothing", false, new byte[0]));
    }

    /** Every type of PDU where it does not belong, of the right length and of the greatest. */
    private static List<Attack> types(boolean associated) {
        List<Attack> attacks = new ArrayList<>();
        for (int type = 0; type < 256; type = type < 9 ? type + 1 : type * 2 + 1) {
            attacks.add(new Attack("type " + type, associated, new byte[] {(byte) type, 0, 0, 0, 0, 4, 0, 0, 0, 0}));
            attacks.add(new Attack("endless type " + type, associated, new byte[] {(byte) type, 0, -1, -1, -1, -1, 0, 0, 0, 0}));
        }
        return attacks;
    }

    /** Each length field too small, too large, and off by one. */
    private static List<Attack> lengths(String name, boolean associated, byte[] right, List<Integer> places, int bytes) {
        List<Attack> attacks = new ArrayList<>();
        for (int place : places) {
            long value = number(right, place, bytes);
            for (long wrong : new long[] {0, 1, value - 1, value + 1, value + 2, value * 2, 0x7fffffff, 0xffffffffL}) {
                byte[] copy = right.clone();
                for (int i = 0; i < bytes; i++) {
                    copy[place + i] = (byte) (wrong >>> 8 * (bytes - 1 - i));
                }
                attacks.add(new Attack(name + " with length " + wrong + " at " + place, associated, copy));
            }
        }
        return attacks;
    }

    /** Cut off, and with a few bits or bytes changed. */
    private static List<Attack> variants(String name, boolean associated, byte[] right, Random random) {
        List<Attack> attacks = new ArrayList<>();
        for (int i = 0; i < RANDOM_VARIANTS; i++) {
            int cut = random.nextInt(right.length);
            attacks.add(new Attack(name + " cut at " + cut, associated, Arrays.copyOf(right, cut)));
            byte[] changed = right.clone();
            for (int flips = random.nextInt(MOST_FLIPS) + 1; flips > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            attacks.add(new Attack(name + " variant " + i, associated, changed));
        }
        return attacks;
    }

    /** Fragments that are no message. */
    private static List<Attack> fragments() {
        byte[] echo = command(RawPeer.ECHO, 0x30, 0x0101);
        byte[] none = new byte[0];
        return List.of(new Attack("a data set without a command", true, pdv(RawPeer.STORE, 2, new byte[10])),
                new Attack("a context that is not there", true, pdv(99, 3, commandSet(0x30, 0x0101, ""))),
                new Attack("empty fragments for ever", true, joined(pdv(RawPeer.ECHO, 1, none), pdv(RawPeer.ECHO, 1, none))),
                new Attack("an empty command", true, pdv(RawPeer.ECHO, 3, none)),
                new Attack("a command without a field", true, pdv(RawPeer.ECHO, 3, new byte[] {0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0})),
                new Attack("a command of noise", true, pdv(RawPeer.ECHO, 3, new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9})),
                new Attack("a command that does not end", true, endlessCommand()),
                new Attack("a command that announces 2 GB", true,
                        pdv(RawPeer.ECHO, 3, new byte[] {0, 0, 0, 1, -1, -1, -1, 0x7f, 0x30, 0})),
                new Attack("a response", true, command(RawPeer.ECHO, 0x8030, 0x0101)),
                new Attack("a command in another one", true, joined(pdv(RawPeer.ECHO, 1, new byte[10]), echo, pdv(RawPeer.STORE, 3, none))),
                new Attack("a command in place of a data set", true, joined(command(RawPeer.STORE, 1, 0), echo)),
                new Attack("a data set in another context", true, joined(command(RawPeer.STORE, 1, 0), pdv(RawPeer.ECHO, 2, new byte[9]))),
                new Attack("a release within a message", true,
                        joined(command(RawPeer.STORE, 1, 0), new byte[] {5, 0, 0, 0, 0, 4, 0, 0, 0, 0})),
                new Attack("an unknown command", true, joined(command(RawPeer.ECHO, 0x7777, 0x0101))),
                new Attack("a store without a data set", true, command(RawPeer.STORE, 1, 0x0101)),
                new Attack("a PDU too short for a fragment", true, new byte[] {4, 0, 0, 0, 0, 5, 0, 0, 0, 1, 1}),
                new Attack("a PDU with a rest", true, new byte[] {4, 0, 0, 0, 0, 9, 0, 0, 0, 3, 1, 3, 0, 0, 0}),
                new Attack("a fragment without control", true, new byte[] {4, 0, 0, 0, 0, 6, 0, 0, 0, 1, 1, 3}),
                new Attack("a fragment longer than its PDU", true, new byte[] {4, 0, 0, 0, 0, 8, 0, 0, 0, 100, 1, 3, 0, 0}));
    }

    private static byte[] endlessCommand() {
        byte[] part = pdv(RawPeer.ECHO, 1, new byte[8_000]);
        return joined(part, part, part, part, part, part);
    }

    /** A C-STORE-RQ and its data set of 100 bytes of pixels, as it should be. */
    public static byte[] store() {
        return joined(command(RawPeer.STORE, 1, 0), pdv(RawPeer.STORE, 2, dataSet("1.2.3", 100)));
    }

    /** The beginning of an MR image in explicit little endian, and pixels. */
    public static byte[] dataSet(String sopInstance, int pixels) {
        String padded = sopInstance.length() % 2 == 0 ? sopInstance : sopInstance + "\0";
        return ByteBuffer.allocate(8 + 26 + 8 + padded.length() + 12 + pixels).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 8).putShort((short) 0x16).put(new byte[] {'U', 'I', 26, 0})
                .put("1.2.840.10008.5.1.4.1.1.4\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 8).putShort((short) 0x18).put(new byte[] {'U', 'I', (byte) padded.length(), 0})
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x7fe0).putShort((short) 0x10).put(new byte[] {'O', 'W', 0, 0}).putInt(pixels).array();
    }

    public static byte[] command(int context, int field, int dataSetType) {
        return pdv(context, 3, commandSet(field, dataSetType, context == RawPeer.STORE ? "1.2.840.10008.5.1.4.1.1.4\0" : ""));
    }

    private static byte[] commandSet(int field, int dataSetType, String sopClass) {
        ByteBuffer set = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        text(set, 2, sopClass.isEmpty() ? "1.2.840.10008.1.1\0" : sopClass);
        number(set, 0x100, field);
        number(set, 0x110, 7);
        number(set, 0x800, dataSetType);
        text(set, 0x1000, "1.2.3\0");
        return Arrays.copyOf(set.array(), set.position());
    }

    private static void number(ByteBuffer set, int element, int value) {
        set.putShort((short) 0).putShort((short) element).putInt(2).putShort((short) value);
    }

    private static void text(ByteBuffer set, int element, String value) {
        set.putShort((short) 0).putShort((short) element).putInt(value.length()).put(value.getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] pdv(int context, int control, byte[] content) {
        return Pdus.pdv(context, control, content);
    }

    public static byte[] joined(byte[]... parts) {
        return Pdus.joined(parts);
    }

    /** Where the lengths of the items of a request stand, the nested ones too. */
    private static List<Integer> itemLengths(byte[] request) {
        List<Integer> places = new ArrayList<>();
        int at = 74;
        while (at + 4 <= request.length) {
            places.add(at + 2);
            boolean nested = request[at] == 0x20 || request[at] == 0x50;
            at += nested ? request[at] == 0x20 ? 8 : 4 : 4 + (int) number(request, at + 2, 2);
        }
        return places;
    }

    private static long number(byte[] bytes, int place, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[place + i] & 0xff;
        }
        return value;
    }
}
