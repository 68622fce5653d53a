package spine.dicom.internal.write;

import java.io.IOException;
import java.io.OutputStream;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.internal.vr.Padding;
import spine.dicom.internal.vr.Vr;

/** Elements in explicit VR little endian. */
final class ElementWriter {
    private static final int ITEM_HEADER = 8;
    private static final int LARGEST_SHORT_VALUE = 0xfffe;

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
        return element.items() == null
                ? evenBytes(element).length
                : element.items().stream().mapToLong(item -> ITEM_HEADER + sizeOf(item)).sum();
    }

    private void write(DicomElement element) throws IOException {
        Vr vr = vrOf(element);
        long size = valueSize(element);
        tag(element.tag());
        out.write(vr.name().charAt(0));
        out.write(vr.name().charAt(1));
        if (vr.hasLongHeader()) {
            number(0, 2);
            number(size, 4);
        } else {
            number(size, 2);
        }
        if (element.items() == null) {
            out.write(evenBytes(element));
        } else {
            for (DicomObject item : element.items()) {
                tag(0xfffee000);
                number(sizeOf(item), 4);
                write(item);
            }
        }
    }

    /** A value too long for the 16-bit length of its own representation is written as UN (PS3.5 6.2.2). */
    private static Vr vrOf(DicomElement element) {
        if (element.items() != null) {
            return Vr.SQ;
        }
        Vr vr = Vr.named(element.vr());
        boolean tooLong = !vr.hasLongHeader() && evenBytes(element).length > LARGEST_SHORT_VALUE;
        return vr == Vr.SQ || tooLong ? Vr.UN : vr;
    }

    private static byte[] evenBytes(DicomElement element) {
        if (element.bytes() == null) {
            throw new IllegalArgumentException("compressed pixel data cannot be written in explicit VR little endian");
        }
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
