package spine.nd4j.internal.plan;

/** Softmax over few classes: ND4J's own takes twice as long as a convolution of the same map. */
final class Softmax {
    /** Smaller shares of the sum are below the smallest step of a float. */
    private static final float NOTHING = 20;

    private Softmax() {
    }

    /**
     * Turns scores into probabilities.
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
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                float below = most - values[from + c];
                float share = below > NOTHING ? 0 : (float) Math.exp(-below);
                values[from + c] = share;
                sum += share;
            }
            for (int c = 0; c < classes; c++) {
                values[from + c] /= sum;
            }
        }
    }
}
