package spine.dicom.internal;

/** What an item takes over from the data set around it, unless it says otherwise. */
final class Scope {
    private CharacterSet characterSet = CharacterSet.DEFAULT;
    private boolean signedPixels;

    Scope inner() {
        Scope scope = new Scope();
        scope.characterSet = characterSet;
        scope.signedPixels = signedPixels;
        return scope;
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
