package spine.deidentify.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import spine.deidentify.internal.profile.ConfidentialityTable;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicom.internal.vr.TagDictionary;
import spine.dicom.internal.vr.Vr;

/** An image in which every attribute of table E.1-1, private ones and nested sequences have values that can be found again. */
final class MarkedImage {
    static final String WORD = "MARKERXQ7";
    private static final String DAY = "19870613";
    private static final String CLOCK = "123459.871";
    private static final String UID = "1.2.999.87654321";
    private static final int NUMBER = 87654321;
    private static final double REAL = 87654.321;
    private static final int SHORT_NUMBER = 0x5A3C;
    private static final int META_LENGTH_AT = 140;
    private static final int DEPTH = 3;

    private MarkedImage() {
    }

    /** @param base an image, whose values are kept where the table does not list them */
    static DicomObject fill(DicomObject base) {
        DicomObject image = new DicomObject();
        base.elements().stream().filter(element -> element.tag() != Tag.PixelData).forEach(image::put);
        mark(image, DEPTH);
        // What the reader of studies needs to tell that images belong together stays as it is, but for the marker.
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID, Tag.FrameOfReferenceUID}) {
            image.text(tag, "UI", UID + base.text(tag).replaceFirst("^[^.]*", ""));
        }
        image.text(Tag.SeriesDescription, "LO", WORD + " " + base.text(Tag.SeriesDescription));
        image.text(Tag.ProtocolName, "LO", WORD + " " + base.text(Tag.ProtocolName));
        base.element(Tag.PixelData).ifPresent(image::put);
        return image;
    }

    private static void mark(DicomObject item, int depth) {
        for (int tag : new ConfidentialityTable().tags()) {
            boolean first = tag >>> 16 > 0x0004;
            if (first) {
                put(item, tag, TagDictionary.vr(tag, false), depth);
            }
        }
        for (int group : new int[] {0x50000000, 0x50020000, 0x501E0000}) {
            item.text(group | 0x2500, "LO", WORD).put(binary(group | 0x3000, "OW"));
        }
        for (int group : new int[] {0x60000000, 0x60020000, 0x601E0000}) {
            item.text(group | 0x1500, "LO", WORD).text(group | 0x4000, "LT", WORD).put(binary(group | 0x3000, "OW"));
        }
        item.text(0x00110010, "LO", WORD + " CREATOR").text(0x00111001, "LO", WORD).put(binary(0x00111002, "UN"))
                .put(binary(0x00111003, "OB")).text(0x00291001, "LO", WORD);
        // In a block that is safe: not listed, of another representation, no number.
        item.text(0x00190010, "LO", "SIEMENS MR HEADER").text(0x0019100F, "SH", WORD).text(0x0019100E, "LO", WORD)
                .text(0x0019100C, "IS", WORD);
        // Unknown to the standard, a name and a text that the table does not list, what cannot be interpreted.
        item.text(0x0018FFF1, "LO", WORD).text(0x00142006, "PN", WORD).text(0x00400400, "LT", WORD).put(binary(0x00081199, "UN"));
        if (depth > 0) {
            DicomObject inner = new DicomObject();
            mark(inner, depth - 1);
            item.sequence(0x00111010, inner).sequence(0x00081199, inner).sequence(0x00189114, inner);
        }
    }

    private static void put(DicomObject item, int tag, Vr vr, int depth) {
        switch (vr) {
            case SQ -> {
                DicomObject inner = new DicomObject();
                if (depth > 1 && tag == 0x00081140) {
                    mark(inner, depth - 1);
                } else {
                    inner.text(Tag.PatientName, "PN", WORD).text(0x00080104, "LO", WORD).text(0x00080100, "SH", WORD)
                            .text(0x00081155, "UI", UID).text(0x00080102, "SH", WORD);
                }
                boolean kept = tag == 0x00081140 || tag == 0x00082112;
                item.sequence(tag, kept ? inner.text(0x00080104, "LO").text(0x00080100, "SH").text(0x00080102, "SH") : inner);
            }
            case DA -> item.text(tag, "DA", DAY);
            case TM -> item.text(tag, "TM", CLOCK);
            case DT -> item.text(tag, "DT", DAY + CLOCK);
            case UI -> item.text(tag, "UI", UID);
            case DS -> item.text(tag, "DS", Double.toString(REAL));
            case IS -> item.text(tag, "IS", Integer.toString(NUMBER));
            case AS -> item.text(tag, "AS", "087Y");
            case UR -> item.text(tag, "UR", "http://" + WORD);
            case US, SS -> item.put(DicomElement.of(tag, vr.name(), little(2).putShort((short) SHORT_NUMBER).array()));
            case UL, SL -> item.put(DicomElement.of(tag, vr.name(), little(4).putInt(NUMBER).array()));
            case FL, OF -> item.put(DicomElement.of(tag, vr.name(), little(4).putFloat((float) REAL).array()));
            case FD, OD -> item.put(DicomElement.of(tag, vr.name(), little(8).putDouble(REAL).array()));
            case OB, OW, OL, OV, UN, AT, SV, UV -> item.put(binary(tag, vr.name()));
            default -> item.text(tag, vr.name(), WORD);
        }
    }

    private static DicomElement binary(int tag, String vr) {
        return DicomElement.of(tag, vr, Arrays.copyOf(WORD.getBytes(StandardCharsets.US_ASCII), 16));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file, with markers in the preamble and in the file meta information, too. */
    static byte[] file(DicomObject image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeDicomCodec().write(image, out);
        byte[] plain = out.toByteArray();
        byte[] word = WORD.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(word, 0, plain, 0, word.length);
        int end = META_LENGTH_AT + Integer.BYTES + ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(META_LENGTH_AT);
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(plain, 0, end);
        marked.writeBytes(new byte[] {2, 0, 0x16, 0, 'A', 'E', 10, 0});
        marked.writeBytes((WORD + " ").getBytes(StandardCharsets.US_ASCII));
        marked.write(plain, end, plain.length - end);
        return marked.toByteArray();
    }

    /** The markers that occur in the bytes. */
    static List<String> found(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (String marker : List.of(DAY, CLOCK, UID, Integer.toString(NUMBER), Double.toString(REAL), "087Y",
                binary(little(4).putInt(NUMBER)),
                binary(little(4).putInt(Integer.reverseBytes(NUMBER))), binary(little(4).putFloat((float) REAL)),
                binary(little(8).putDouble(REAL)))) {
            if (text.contains(marker)) {
                found.add(marker);
            }
        }
        if (text.toUpperCase(Locale.ROOT).contains(WORD)) {
            found.add(WORD);
        }
        return found;
    }

    private static String binary(ByteBuffer bytes) {
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }
}
