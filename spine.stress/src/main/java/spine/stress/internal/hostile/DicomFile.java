package spine.stress.internal.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A DICOM file in explicit little endian as its elements in bytes, so that it can be written again with what no careful writer would write.
 * Values are not understood. DICOM PS3.10 chapter 7, PS3.5 section 7.1.
 */
final class DicomFile {
    static final int TRANSFER_SYNTAX = 0x00020010;
    static final int MANUFACTURER = 0x00080070;
    static final int SERIES_DESCRIPTION = 0x0008103E;
    static final int PATIENT_NAME = 0x00100010;
    static final int PATIENT_ID = 0x00100020;
    static final int STUDY_UID = 0x0020000D;
    static final int SERIES_UID = 0x0020000E;
    static final int ROWS = 0x00280010;
    static final int COLUMNS = 0x00280011;
    static final int PIXEL_SPACING = 0x00280030;
    static final int PIXELS = 0x7FE00010;
    /** Bytes of tag, representation and length. */
    static final int SHORT_HEADER = 8;
    /** The same where the length has four bytes. */
    static final int LONG_HEADER = 12;

    private static final int PREAMBLE = 132;
    private static final int META_GROUP = 2;
    private static final int META_LENGTH = 0x00020000;
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final Set<String> LONG = Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT");

    private final byte[] preamble;
    /** Each with its header; the order is that of the file. */
    private final Map<Integer, byte[]> elements = new TreeMap<>(Integer::compareUnsigned);

    private DicomFile(byte[] preamble) {
        this.preamble = preamble;
    }

    /** @throws IOException if it is no such file */
    static DicomFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] preamble = new byte[PREAMBLE];
        in.get(preamble);
        DicomFile read = new DicomFile(preamble);
        while (in.remaining() >= SHORT_HEADER) {
            int begin = in.position();
            int tag = in.getShort(begin) << 16 | Short.toUnsignedInt(in.getShort(begin + 2));
            boolean isLong = LONG.contains(new String(bytes, begin + 4, 2, StandardCharsets.US_ASCII));
            long length = isLong ? Integer.toUnsignedLong(in.getInt(begin + 8)) : Short.toUnsignedInt(in.getShort(begin + 6));
            long end = begin + (isLong ? LONG_HEADER : SHORT_HEADER) + length;
            if (end > bytes.length) {
                throw new IOException(file + " has an element that this tool cannot pass");
            }
            byte[] element = new byte[(int) end - begin];
            in.get(element);
            read.elements.put(tag, element);
        }
        return read;
    }

    /** Changes one bit in tag, representation or length of one to four elements of the data set. */
    void flip(Random random) {
        List<Integer> tags = elements.keySet().stream().filter(tag -> !isMeta(tag)).toList();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            elements.get(tags.get(random.nextInt(tags.size())))[random.nextInt(SHORT_HEADER)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
    }

    void remove(int tag) {
        elements.remove(tag);
    }

    /** @param representation of two letters with a short length */
    void text(int tag, String representation, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] even = Arrays.copyOf(text, text.length + text.length % 2);
        if (even.length > text.length && !representation.equals("UI")) {
            even[text.length] = ' ';
        }
        element(tag, representation, even);
    }

    void number(int tag, int value) {
        element(tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
    }

    /** Of any representation; a length that its header cannot hold is cut off there, as careless writers do. */
    void element(int tag, String representation, byte[] value) {
        boolean isLong = LONG.contains(representation);
        ByteBuffer out = ByteBuffer.allocate((isLong ? LONG_HEADER : SHORT_HEADER) + value.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) (tag >>> 16)).putShort((short) tag).put(representation.getBytes(StandardCharsets.US_ASCII));
        if (isLong) {
            out.putShort((short) 0).putInt(value.length);
        } else {
            out.putShort((short) value.length);
        }
        elements.put(tag, out.put(value).array());
    }

    void write(Path file) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            out.write(preamble);
            for (byte[] element : elements.values()) {
                out.write(element);
            }
            Files.write(file, out.toByteArray());
        }
    }

    /** Deflated (PS3.5 annex A.5), with so many bytes of pixels that are all zero. */
    void writeDeflated(Path file, long pixelBytes) throws IOException {
        text(TRANSFER_SYNTAX, "UI", DEFLATED);
        int meta = elements.entrySet().stream().filter(element -> isMeta(element.getKey()) && element.getKey() != META_LENGTH)
                .mapToInt(element -> element.getValue().length).sum();
        element(META_LENGTH, "UL", ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(meta).array());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(preamble);
        for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
            if (isMeta(element.getKey())) {
                bytes.write(element.getValue());
            }
        }
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, true))) {
            for (Map.Entry<Integer, byte[]> element : elements.entrySet()) {
                if (!isMeta(element.getKey()) && element.getKey() != PIXELS) {
                    out.write(element.getValue());
                }
            }
            ByteBuffer header = ByteBuffer.allocate(LONG_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            out.write(header.putShort((short) (PIXELS >>> 16)).putShort((short) PIXELS).put((byte) 'O').put((byte) 'W').putShort((short) 0)
                    .putInt((int) pixelBytes).array());
            byte[] zeros = new byte[1 << 16];
            for (long left = pixelBytes; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    private static boolean isMeta(int tag) {
        return tag >>> 16 == META_GROUP;
    }
}
