package spine.tck.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** Elements as a file has them, written down by hand so that they owe nothing to any codec. */
final class RawElements {
    private static final Set<String> LONG_HEADER = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");
    private static final int ITEM = 0xfffee000;
    private static final int ITEM_DELIMITER = 0xfffee00d;
    private static final int SEQUENCE_DELIMITER = 0xfffee0dd;
    static final long UNDEFINED = 0xffffffffL;

    private final Encoding encoding;
    private final boolean undefinedLengths;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param undefinedLengths of sequences and items, which then end with a delimiter */
    RawElements(Encoding encoding, boolean undefinedLengths) {
        this.encoding = encoding;
        this.undefinedLengths = undefinedLengths;
    }

    boolean isExplicit() {
        return encoding.isExplicit();
    }

    RawElements add(DicomObject object) {
        object.elements().forEach(this::add);
        return this;
    }

    /** A header alone, with whatever length. */
    RawElements header(int tag, String vr, long length) {
        tag(tag);
        if (!encoding.isExplicit()) {
            return number(length, Integer.BYTES);
        }
        raw(vr.getBytes(StandardCharsets.US_ASCII));
        return LONG_HEADER.contains(vr) ? number(0, Short.BYTES).number(length, Integer.BYTES) : number(length, Short.BYTES);
    }

    RawElements item(long length) {
        return tag(ITEM).number(length, Integer.BYTES);
    }

    RawElements endOfItem() {
        return tag(ITEM_DELIMITER).number(0, Integer.BYTES);
    }

    RawElements endOfSequence() {
        return tag(SEQUENCE_DELIMITER).number(0, Integer.BYTES);
    }

    RawElements raw(byte... value) {
        bytes.writeBytes(value);
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void add(DicomElement element) {
        if (element.fragments() != null) {
            header(element.tag(), "OB", UNDEFINED);
            element.fragments().forEach(fragment -> item(fragment.length).raw(fragment));
            endOfSequence();
        } else if (element.items() != null) {
            byte[] items = items(element);
            header(element.tag(), "SQ", undefinedLengths ? UNDEFINED : items.length).raw(items);
        } else {
            header(element.tag(), element.vr(), element.bytes().length).raw(swapped(element));
        }
    }

    private byte[] items(DicomElement element) {
        RawElements items = new RawElements(encoding, undefinedLengths);
        for (DicomObject item : element.items()) {
            byte[] content = new RawElements(encoding, undefinedLengths).add(item).toByteArray();
            items.item(undefinedLengths ? UNDEFINED : content.length).raw(content);
            if (undefinedLengths) {
                items.endOfItem();
            }
        }
        return (undefinedLengths ? items.endOfSequence() : items).toByteArray();
    }

    private byte[] swapped(DicomElement element) {
        byte[] value = element.bytes().clone();
        int word = encoding.isBigEndian() ? wordSize(element.vr()) : 1;
        for (int i = 0; i < value.length; i++) {
            value[i] = element.bytes()[i - i % word + word - 1 - i % word];
        }
        return value;
    }

    private static int wordSize(String vr) {
        return switch (vr) {
            case "AT", "OW", "SS", "US" -> Short.BYTES;
            case "FL", "OF", "OL", "SL", "UL" -> Integer.BYTES;
            case "FD", "OD", "OV", "SV", "UV" -> Long.BYTES;
            default -> 1;
        };
    }

    private RawElements tag(int tag) {
        return number(tag >>> 16, Short.BYTES).number(tag, Short.BYTES);
    }

    private RawElements number(long value, int size) {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        for (int i = 0; i < size; i++) {
            bytes.write(buffer.get(encoding.isBigEndian() ? size - 1 - i : i));
        }
        return this;
    }
}
