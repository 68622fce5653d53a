package spine.pipeline.interval;

/** What is measured of a study to tell whether it is like those that intervals were calibrated on. */
public enum StudyTrait {
    /** Median difference of neighbouring pixels of a row inside vertebral bodies, over the median signal of the bodies. */
    ROUGHNESS("roughness", "the noise of the marrow"),
    /** Median signal of the spinal canal over that of the bodies. */
    CANAL("canal", "the signal of the spinal canal relative to marrow"),
    /** Median signal of the discs over that of the bodies. */
    DISC("disc", "the signal of the discs relative to marrow"),
    /** Share of the pixels inside bodies of which the oedema model is in doubt: a probability of 0.2 to 0.8. */
    DOUBT("doubt", "the share of marrow of which the oedema model is in doubt");

    private final String key;
    private final String words;

    StudyTrait(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name in model cards. */
    public String key() {
        return key;
    }

    /** What it is, to go on in a sentence. */
    String words() {
        return words;
    }
}
