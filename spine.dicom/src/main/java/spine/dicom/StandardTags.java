package spine.dicom;

import spine.dicom.internal.vr.TagDictionary;
import spine.dicom.internal.vr.Vr;

/** Which tags the standard defines (PS3.6), repeating groups and retired ones included. */
public final class StandardTags {

    private StandardTags() {
    }

    /** @return false for private and unknown tags, and for the few whose representation may be anything */
    public static boolean isDefined(int tag) {
        return (tag >>> 16 & 1) == 0 && TagDictionary.vr(tag, false) != Vr.UN;
    }
}
