package spine.nd4j.internal.plan;

/**
 * Softmax over few classes: ND4J's own takes twice as long as a convolution of the same map. The exponentials are a loop of additions and
 * multiplications over the whole array, of which the compiler makes vector instructions.
 */
final class Softmax {
    /** Smaller shares of the sum are below the smallest step of a float. */
    private static final float LEAST = -20;
    /** The exponential is that of this part of its argument, squared as often as it takes. */
    private static final float PART = 1 / 32f;

    private Softmax() {
    }

    /**
     * Turns scores into probabilities, each to 1e-5 of itself and less than 1e-8.
     *
     * @param values {@code [pixel][class]} in one row; written to
     * @param classes number of classes
     */
    static void apply(float[] values, int classes) {
        for (int from = 0; from < values.length; from += classes) {
            float most = values[from];
            for (int c = 1; c < classes; c++) {
                most = Math.max(most, values[from + c]);
            }
            for (int c = 0; c < classes; c++) {
                values[from + c] -= most;
            }
        }
        exponentials(values);
        for (int from = 0; from < values.length; from += classes) {
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += values[from + c];
            }
            float scale = 1 / sum;
            for (int c = 0; c < classes; c++) {
                values[from + c] *= scale;
            }
        }
    }

    /** @param values not above 0; below -20 they count as that */
    private static void exponentials(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float r = PART * Math.max(values[i], LEAST);
            float e = 1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f + r * (1 / 5040f)))))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            values[i] = e * e;
        }
    }
}
