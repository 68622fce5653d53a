package spine.phantom.internal.core.scan;

/**
 * Identities of one synthetic study, derived from its seed: same seed, same UIDs. They use the 2.25 root with a number below 2^128.
 */
public final class StudyUids {
    private final String root;

    public StudyUids(long seed) {
        root = "2.25.7" + Long.toUnsignedString(seed);
    }

    public String study() {
        return root + ".1";
    }

    public String frame() {
        return root + ".2";
    }

    public String series(int series) {
        return root + ".3." + (series + 1);
    }

    public String image(int series, int image) {
        return root + ".4." + (series + 1) + "." + (image + 1);
    }
}
