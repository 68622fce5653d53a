package spine.dicom.internal.jpegls;

import java.util.Arrays;

/** What the contexts of regular mode have learned (A.6): each has a place in arrays, for speed. */
final class Contexts {
    private static final int COUNT = 365;
    /** No possible error needs as many; damaged ones might. */
    private static final int MOST_BITS = 20;
    private static final int LARGEST_CORRECTION = 127;
    private static final int LEAST_CORRECTION = -128;

    private final int[] magnitude = new int[COUNT];
    private final int[] bias = new int[COUNT];
    private final int[] correction = new int[COUNT];
    private final int[] occurrences = new int[COUNT];
    private final int step;
    private final int reset;
    private final boolean lossless;

    Contexts(CodingParameters parameters) {
        this.step = parameters.step();
        this.reset = parameters.reset();
        this.lossless = parameters.near() == 0;
        Arrays.fill(magnitude, Math.max(2, (parameters.range() + 32) / 64));
        Arrays.fill(occurrences, 1);
    }

    /** What the prediction is to be corrected by (C). */
    int correction(int context) {
        return correction[context];
    }

    /** The Golomb parameter k (A.5.1). */
    int golombParameter(int context) {
        return golombParameter(occurrences[context], magnitude[context]);
    }

    static int golombParameter(int occurrences, int magnitude) {
        int k = 0;
        while (occurrences << k < magnitude && k < MOST_BITS) {
            k++;
        }
        return k;
    }

    /** The error that a mapped one stands for (A.5.2). */
    int error(int context, int k, int mapped) {
        int error = mapped >>> 1 ^ -(mapped & 1);
        return lossless && k == 0 && 2 * bias[context] <= -occurrences[context] ? ~error : error;
    }

    /** Learns from an error (A.6.1, A.6.2). */
    void learn(int context, int error) {
        int n = occurrences[context];
        int b = bias[context] + error * step;
        magnitude[context] += Math.abs(error);
        if (n == reset) {
            magnitude[context] >>= 1;
            b >>= 1;
            n >>= 1;
        }
        n++;
        if (b <= -n) {
            b = Math.max(b + n, 1 - n);
            correction[context] = Math.max(LEAST_CORRECTION, correction[context] - 1);
        } else if (b > 0) {
            b = Math.min(b - n, 0);
            correction[context] = Math.min(LARGEST_CORRECTION, correction[context] + 1);
        }
        bias[context] = b;
        occurrences[context] = n;
    }
}
