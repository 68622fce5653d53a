package spine.dicom.internal.jpegls;

/** What one of the two contexts of samples that end a run has learned (A.7.2). */
final class RunContext {
    private final int type;
    private final int reset;
    private int magnitude;
    private int occurrences = 1;
    private int negatives;

    /** @param type 1 if the samples left and above are nearly equal, 0 if not (RItype) */
    RunContext(int type, CodingParameters parameters) {
        this.type = type;
        this.reset = parameters.reset();
        this.magnitude = Math.max(2, (parameters.range() + 32) / 64);
    }

    int golombParameter() {
        return Contexts.golombParameter(occurrences, magnitude + type * (occurrences >> 1));
    }

    /** The error that a mapped one stands for. */
    int error(int k, int mapped) {
        int both = mapped + type;
        boolean odd = (both & 1) == 1;
        int size = both + 1 >> 1;
        boolean negative = (k != 0 || 2 * negatives >= occurrences) == odd;
        return negative ? -size : size;
    }

    void learn(int error, int mapped) {
        negatives += error < 0 ? 1 : 0;
        magnitude += mapped + 1 - type >> 1;
        if (occurrences == reset) {
            magnitude >>= 1;
            occurrences >>= 1;
            negatives >>= 1;
        }
        occurrences++;
    }
}
