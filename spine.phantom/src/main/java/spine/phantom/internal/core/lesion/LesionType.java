package spine.phantom.internal.core.lesion;

/** Kind of a change of the marrow, as a reader would name it: inflammation, or what resembles it. */
public enum LesionType {
    CORNER("corner"), ENDPLATE("endplate"), DIFFUSE("large part of a body"), HAEMANGIOMA("haemangioma"), SCHMORL_NODE("Schmorl node"),
    DEGENERATIVE_BAND("degenerative band"), FAT("fat"), BEHIND_THE_BODY("behind the body");

    private final String words;

    LesionType(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it is inflammation of a vertebral body, which is scored; otherwise it is a mimic or lies outside the bodies. */
    public boolean counts() {
        return ordinal() <= DIFFUSE.ordinal();
    }
}
