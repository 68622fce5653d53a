package spine.phantom.internal.core.lesion;

import java.util.List;

/** Kind of a change of the marrow, as a reader would name it: inflammation, or what resembles it. */
public enum LesionType {
    CORNER("corner"), ENDPLATE("endplate"), DIFFUSE("large part of a body"), HAEMANGIOMA("haemangioma"), SCHMORL_NODE("Schmorl node"),
    DEGENERATIVE_BAND("degenerative band"), FAT("fat"), BEHIND_THE_BODY("behind the body"),
    BASIVERTEBRAL_VEIN("basivertebral vein"), RED_MARROW("red marrow"), SCLEROSIS("sclerosis"), EROSION("erosion");

    /**
     * What is bright in the marrow of a body for another reason than inflammation. Masks of it hold the position in this list plus 1, and
     * 0 elsewhere.
     */
    public static final List<LesionType> MIMICS = List.of(SCHMORL_NODE, DEGENERATIVE_BAND, HAEMANGIOMA, BASIVERTEBRAL_VEIN, RED_MARROW);

    private final String words;

    LesionType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The value of its pixels in a mask of mimics, 0 if it is none. */
    public byte mimic() {
        return (byte) (MIMICS.indexOf(this) + 1);
    }

    /** Whether it is a change of the bone that goes with inflammation. */
    public boolean bone() {
        return this == SCLEROSIS || this == EROSION;
    }

    /** Whether it is inflammation of a vertebral body, which is scored; otherwise it is a mimic or lies outside the bodies. */
    public boolean counts() {
        return ordinal() <= DIFFUSE.ordinal();
    }
}
