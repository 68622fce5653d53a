package spine.dicom.internal;

import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Turns the bytes of a file into what {@link DicomElement} promises: even length, little endian, text in UTF-8. */
final class ValueReader {

    private ValueReader() {
    }

    /** @param scope supplies what the data set has said so far and learns what this value says about the next ones */
    static DicomElement read(int tag, Vr vr, byte[] raw, boolean bigEndian, Scope scope) {
        byte[] bytes = Padding.toEven(raw, vr);
        if (bigEndian) {
            ByteOrders.swap(bytes, vr.wordSize());
        }
        if (vr.isText()) {
            bytes = Padding.toEven(scope.characterSet().toUtf8(bytes, vr == Vr.PN), vr);
        }
        DicomElement element = DicomElement.of(tag, vr.name(), bytes);
        if (tag == Tag.PixelRepresentation) {
            scope.signedPixels(bytes.length > 0 && bytes[0] == 1);
        }
        return tag == Tag.SpecificCharacterSet ? converted(element, scope) : element;
    }

    private static DicomElement converted(DicomElement element, Scope scope) {
        DicomObject holder = new DicomObject().put(element);
        scope.characterSet(CharacterSet.of(holder.texts(Tag.SpecificCharacterSet)));
        return holder.text(Tag.SpecificCharacterSet, "CS", CharacterSet.UTF_8_TERM)
                .element(Tag.SpecificCharacterSet).orElseThrow();
    }
}
