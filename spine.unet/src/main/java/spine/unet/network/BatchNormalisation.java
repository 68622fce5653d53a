package spine.unet.network;

/**
 * The batch normalisation after one convolution, as training left it: {@code gamma * (x - mean) / sqrt(variance + EPSILON) + beta}. One
 * value per channel in each array; read only.
 */
public record BatchNormalisation(float[] gamma, float[] beta, float[] mean, float[] variance) {
    public static final double EPSILON = 1e-5;

    /**
     * Makes the convolution give what this would make of it.
     *
     * @param weights {@code [out][in][row][column]} in one row, changed
     * @param bias one per output channel, changed
     */
    public void foldInto(float[] weights, float[] bias) {
        int perChannel = weights.length / bias.length;
        for (int o = 0; o < bias.length; o++) {
            double scale = gamma[o] / Math.sqrt(variance[o] + EPSILON);
            for (int i = o * perChannel; i < (o + 1) * perChannel; i++) {
                weights[i] = (float) (weights[i] * scale);
            }
            bias[o] = (float) ((bias[o] - mean[o]) * scale + beta[o]);
        }
    }
}
