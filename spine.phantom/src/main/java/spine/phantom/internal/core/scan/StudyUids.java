package spine.phantom.internal.core.scan;

/**
 * UIDs of one synthetic study, derived from its seed: same seed, same UIDs. They are below the root 2.25 (UUID-derived, PS3.5 B.2)
 * with a number below 2^128. Immutable.
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
