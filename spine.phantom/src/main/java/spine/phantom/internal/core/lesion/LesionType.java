package spine.phantom.internal.core.lesion;

/** What a change of the marrow is, in a reader's words. */
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

    /** Whether it is inflammation of a body; else it only looks like it, or lies elsewhere. */
    public boolean counts() {
        return ordinal() <= DIFFUSE.ordinal();
    }
}
