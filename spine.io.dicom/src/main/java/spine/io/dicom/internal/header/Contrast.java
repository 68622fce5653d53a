package spine.io.dicom.internal.header;

/** What an MR image shows bright, as far as its header tells; the order is the preference where STIR is missing. */
public enum Contrast {
    STIR("STIR"), FAT_SATURATED_T2("fat-saturated T2"), T2("T2"), PROTON_DENSITY("proton density"), FLAIR("FLAIR"), T1("T1"),
    OTHER("");

    private final String word;

    Contrast(String word) {
        this.word = word;
    }

    /** The usual name, empty for {@link #OTHER}. */
    public String word() {
        return word;
    }

    /** As it follows "it is" in a sentence. */
    public String description() {
        return this == OTHER ? "of unknown contrast" : word;
    }
}
