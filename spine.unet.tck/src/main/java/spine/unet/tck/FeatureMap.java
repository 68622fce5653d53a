package spine.unet.tck;

/**
 * A map of features of one image.
 *
 * @param values {@code [row][column][channel]} in one row
 */
record FeatureMap(int rows, int columns, int channels, double[] values) {

    static FeatureMap of(int rows, int columns, int channels) {
        return new FeatureMap(rows, columns, channels, new double[rows * columns * channels]);
    }

    double at(int row, int column, int channel) {
        return values[(row * columns + column) * channels + channel];
    }

    void set(int row, int column, int channel, double value) {
        values[(row * columns + column) * channels + channel] = value;
    }
}
