package spine.io.dcm4che.internal;

import java.util.Arrays;
import java.util.List;
import org.dcm4che3.data.VR;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.charset.CharacterSet;

/** A data set while it is read: its elements so far, and the character set, which an item takes over from what is around it. */
final class OpenItem {
    private final DicomObject elements;
    private CharacterSet characterSet;

    OpenItem(DicomObject elements, CharacterSet characterSet) {
        this.elements = elements;
        this.characterSet = characterSet;
    }

    OpenItem inner() {
        return new OpenItem(new DicomObject(), characterSet);
    }

    DicomObject elements() {
        return elements;
    }

    /**
     * The representation with the words whose bytes are reversed in big endian: pixels of 32 bits are words of their own, whatever they
     * are said to be.
     */
    VR wordsOf(int tag, VR vr) {
        return tag == Tag.PixelData && elements.integer(Tag.BitsAllocated, 0) == Integer.SIZE ? VR.UL : vr;
    }

    /** @param raw as in the file but in little endian */
    void put(int tag, VR vr, byte[] raw) {
        byte[] even = toEven(raw, vr);
        byte[] value = vr.useSpecificCharacterSet() ? toEven(characterSet.toUtf8(even, vr == VR.PN), vr) : even;
        elements.put(DicomElement.of(tag, vr.name(), value));
        if (tag == Tag.SpecificCharacterSet) {
            List<String> terms = elements.texts(tag);
            characterSet = CharacterSet.of(terms);
            elements.text(tag, "CS", CharacterSet.UTF_8_TERM);
        }
    }

    void put(DicomElement element) {
        elements.put(element);
    }

    private static byte[] toEven(byte[] value, VR vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = (byte) vr.paddingByte();
        return even;
    }
}
