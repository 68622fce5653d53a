package spine.dicom.internal.jpegls;

/**
 * Parameters of a scan (A.2.1, C.2.4.1.1).
 *
 * @param largest possible sample, at least 1 (MAXVAL)
 * @param near largest error of a sample, 0 for lossless
 * @param t1 first threshold of gradients
 * @param t2 second threshold of gradients
 * @param t3 third threshold of gradients
 * @param reset number of samples after which what a context has learned is halved
 */
record CodingParameters(int largest, int near, int t1, int t2, int t3, int reset) {
    private static final int DEFAULT_RESET = 64;

    /** With the defaults where a parameter is 0. */
    static CodingParameters of(int largest, int near, int t1, int t2, int t3, int reset) {
        int first;
        int second;
        int third;
        if (largest >= 128) {
            int factor = (Math.min(largest, 4095) + 128) / 256;
            first = factor + 2 + 3 * near;
            second = 4 * factor + 3 + 5 * near;
            third = 17 * factor + 4 + 7 * near;
        } else {
            int factor = 256 / (largest + 1);
            first = Math.max(2, 3 / factor + 3 * near);
            second = Math.max(3, 7 / factor + 5 * near);
            third = Math.max(4, 21 / factor + 7 * near);
        }
        int used1 = t1 > 0 ? t1 : clamped(first, near + 1, largest);
        int used2 = t2 > 0 ? t2 : clamped(second, used1, largest);
        int used3 = t3 > 0 ? t3 : clamped(third, used2, largest);
        return new CodingParameters(largest, near, used1, used2, used3, reset > 0 ? reset : DEFAULT_RESET);
    }

    private static int clamped(int value, int least, int largest) {
        return value > largest || value < least ? least : value;
    }

    /** Whether such a scan can exist. */
    boolean isPossible() {
        return largest >= 1 && near <= Math.min(255, largest / 2) && near + 1 <= t1 && t1 <= t2 && t2 <= t3
                && t3 <= Math.max(largest, near + 1) && reset >= 3;
    }

    /** Step from one quantized error to the next. */
    int step() {
        return 2 * near + 1;
    }

    /** Number of different quantized errors (RANGE). */
    int range() {
        return (largest + 2 * near) / step() + 1;
    }

    /** Bits of a quantized error (qbpp). */
    int errorBits() {
        return bits(range());
    }

    /** Longest code of an error (LIMIT). */
    int longestCode() {
        int bitsPerSample = Math.max(2, bits(largest + 1));
        return 2 * (bitsPerSample + Math.max(8, bitsPerSample));
    }

    private static int bits(int values) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(values - 1);
    }
}
