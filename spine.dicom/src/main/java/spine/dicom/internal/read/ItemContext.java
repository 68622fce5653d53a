package spine.dicom.internal.read;

import spine.dicom.Tag;
import spine.dicom.charset.CharacterSet;
import spine.dicom.internal.vr.Vr;

/** What an item takes over from the data set around it, unless it says otherwise. */
final class ItemContext {
    private CharacterSet characterSet = CharacterSet.DEFAULT;
    private boolean signedPixels;
    private boolean longPixels;

    ItemContext inner() {
        ItemContext context = new ItemContext();
        context.characterSet = characterSet;
        context.signedPixels = signedPixels;
        context.longPixels = longPixels;
        return context;
    }

    CharacterSet characterSet() {
        return characterSet;
    }

    void characterSet(CharacterSet set) {
        characterSet = set;
    }

    boolean signedPixels() {
        return signedPixels;
    }

    void signedPixels(boolean signed) {
        signedPixels = signed;
    }

    /** @param bitsAllocated the value of that attribute */
    void bitsAllocated(int bitsAllocated) {
        longPixels = bitsAllocated == Integer.SIZE;
    }

    /** Bytes whose order is reversed in big endian: pixels of 32 bits are words of their own, whatever the representation. */
    int wordSize(int tag, Vr vr) {
        return tag == Tag.PixelData && longPixels ? Integer.BYTES : vr.wordSize();
    }
}
