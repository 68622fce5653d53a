package spine.dicom.internal.read;

import spine.dicom.internal.charset.CharacterSet;

/** What an item takes over from the data set around it, unless it says otherwise. */
final class ItemContext {
    private CharacterSet characterSet = CharacterSet.DEFAULT;
    private boolean signedPixels;

    ItemContext inner() {
        ItemContext context = new ItemContext();
        context.characterSet = characterSet;
        context.signedPixels = signedPixels;
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
}
