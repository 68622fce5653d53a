package spine.dicom;

import java.util.List;
import java.util.Objects;

/**
 * One data element. Exactly one of the three contents is used: {@code bytes} for plain values and native pixel data,
 * {@code items} for a sequence, {@code fragments} for encapsulated pixel data (offset table first).
 *
 * @param tag group and element number, for example {@code 0x00100010}
 * @param vr two-letter value representation
 * @param bytes the value field in little endian, even length; null for a sequence or fragments
 * @param items items of a sequence, null unless {@code vr} is {@code SQ}
 * @param fragments fragments, null unless encapsulated
 */
public record DicomElement(int tag, String vr, byte[] bytes, List<DicomObject> items, List<byte[]> fragments) {

    public DicomElement {
        Objects.requireNonNull(vr, "vr");
        if (items != null) {
            items = List.copyOf(items);
        }
        if (fragments != null) {
            fragments = List.copyOf(fragments);
        }
    }

    /** A plain value. */
    public static DicomElement of(int tag, String vr, byte[] bytes) {
        return new DicomElement(tag, vr, bytes, null, null);
    }

    /** A sequence. */
    public static DicomElement sequence(int tag, List<DicomObject> items) {
        return new DicomElement(tag, "SQ", null, items, null);
    }

    /** Encapsulated pixel data. */
    public static DicomElement encapsulated(int tag, List<byte[]> fragments) {
        return new DicomElement(tag, "OB", null, null, fragments);
    }
}
