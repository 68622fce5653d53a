package spine.dicom.internal.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.internal.vr.Padding;
import spine.dicom.internal.vr.Vr;

/** Elements in explicit VR little endian. */
final class ElementWriter {
    private static final int ITEM_HEADER = 8;
    private static final int LARGEST_SHORT_VALUE = 0xfffe;
    private static final int ITEM = 0xfffee000;
    private static final int SEQUENCE_DELIMITER = 0xfffee0dd;
    private static final long UNDEFINED_LENGTH = 0xffffffffL;

    private final OutputStream out;

    ElementWriter(OutputStream out) {
        this.out = out;
    }

    void write(DicomObject object) throws IOException {
        for (DicomElement element : object.elements()) {
            write(element);
        }
    }

    /** Bytes the elements will take, headers included. */
    static long sizeOf(DicomObject object) {
        return object.elements().stream().mapToLong(e -> (vrOf(e).hasLongHeader() ? 12 : 8) + valueSize(e)).sum();
    }

    private static long valueSize(DicomElement element) {
        if (element.fragments() != null) {
            return ITEM_HEADER
                    + element.fragments().stream().mapToLong(fragment -> ITEM_HEADER + Padding.toEven(fragment, Vr.OB).length).sum();
        }
        return element.items() == null
                ? evenBytes(element).length
                : element.items().stream().mapToLong(item -> ITEM_HEADER + sizeOf(item)).sum();
    }

    private void write(DicomElement element) throws IOException {
        Vr vr = vrOf(element);
        long size = element.fragments() == null ? valueSize(element) : UNDEFINED_LENGTH;
        tag(element.tag());
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.hasLongHeader()) {
            number(0, 2);
            number(size, 4);
        } else {
            number(size, 2);
        }
        if (element.fragments() != null) {
            fragments(element.fragments());
        } else if (element.items() == null) {
            out.write(evenBytes(element));
        } else {
            for (DicomObject item : element.items()) {
                tag(ITEM);
                number(sizeOf(item), 4);
                write(item);
            }
        }
    }

    /** Encapsulated pixel data, which always has an undefined length (PS3.5 A.4). */
    private void fragments(List<byte[]> fragments) throws IOException {
        for (byte[] fragment : fragments) {
            byte[] even = Padding.toEven(fragment, Vr.OB);
            tag(ITEM);
            number(even.length, 4);
            out.write(even);
        }
        tag(SEQUENCE_DELIMITER);
        number(0, 4);
    }

    /** A value too long for the 16-bit length of its own representation is written as UN (PS3.5 6.2.2). */
    private static Vr vrOf(DicomElement element) {
        if (element.items() != null) {
            return Vr.SQ;
        }
        if (element.fragments() != null) {
            return Vr.OB;
        }
        Vr vr = Vr.named(element.vr());
        boolean tooLong = !vr.hasLongHeader() && evenBytes(element).length > LARGEST_SHORT_VALUE;
        return vr == Vr.SQ || tooLong ? Vr.UN : vr;
    }

    private static byte[] evenBytes(DicomElement element) {
        return Padding.toEven(element.bytes(), Vr.named(element.vr()));
    }

    private void tag(int tag) throws IOException {
        number(tag >>> 16, 2);
        number(tag, 2);
    }

    private void number(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
