package spine.io.dimse.toolkit;

import spine.common.text.DicomUid;

/** Unique identifiers from outside. */
public final class Uid {

    private Uid() {
    }

    /**
     * For UIDs that are asked for: anything else could be a wildcard or a list, by which more would come.
     *
     * @throws IllegalArgumentException with a sentence, if this is none
     */
    public static String checked(String text) {
        if (!DicomUid.isValid(text)) {
            throw new IllegalArgumentException("'" + text + "' is no UID, which has at most 64 digits and dots.");
        }
        return text;
    }
}
