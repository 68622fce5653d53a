package spine.dicom.internal.read;

import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.charset.CharacterSet;
import spine.dicom.internal.vr.ByteOrders;
import spine.dicom.internal.vr.Padding;
import spine.dicom.internal.vr.Vr;

/** Turns the bytes of a file into what {@link DicomElement} promises: even length, little endian, text in UTF-8. */
final class ValueReader {

    private ValueReader() {
    }

    /** @param context supplies what the data set has said so far and learns what this value says about the next ones */
    static DicomElement read(int tag, Vr vr, byte[] raw, boolean bigEndian, ItemContext context) {
        byte[] bytes = Padding.toEven(raw, vr);
        if (bigEndian) {
            ByteOrders.swap(bytes, context.wordSize(tag, vr));
        }
        if (vr.isText()) {
            bytes = Padding.toEven(context.characterSet().toUtf8(bytes, vr == Vr.PN), vr);
        }
        DicomElement element = DicomElement.of(tag, vr.name(), bytes);
        if (tag == Tag.PixelRepresentation) {
            context.signedPixels(bytes.length > 0 && bytes[0] == 1);
        } else if (tag == Tag.BitsAllocated) {
            context.bitsAllocated(bytes.length > 0 ? bytes[0] : 0);
        }
        return tag == Tag.SpecificCharacterSet ? converted(element, context) : element;
    }

    private static DicomElement converted(DicomElement element, ItemContext context) {
        DicomObject holder = new DicomObject().put(element);
        context.characterSet(CharacterSet.of(holder.texts(Tag.SpecificCharacterSet)));
        return holder.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM)
                .element(Tag.SpecificCharacterSet).orElseThrow();
    }
}
