package spine.phantom.internal.core.scan;

/**
 * UIDs of one synthetic study, derived from its seed and time point: the same two, the same UIDs. They are below the root 2.25
 * (UUID-derived, PS3.5 B.2) with a number below 2^128. Immutable.
 */
public final class StudyUids {
    private final String root;

    /** @param timePoint 1 to 99 */
    public StudyUids(long seed, int timePoint) {
        String number = Long.toUnsignedString(seed);
        root = "2.25." + (timePoint == 1 ? "7" + number : (800 + timePoint) + number);
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
