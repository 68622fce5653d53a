package spine.unet.training.internal.backprop;

/** Maximum over 2x2 pixels. The gradient goes to the first of equal values, as in DL4J. */
final class MaxPooling implements Stage {
    private final FeatureMap in;
    private final FeatureMap out;
    private final FeatureMap inGradient;
    private final Workers workers;

    MaxPooling(FeatureMap in, FeatureMap out, Workers workers, Allocation memory) {
        this.in = in;
        this.out = out;
        this.inGradient = in.newGradient(memory);
        this.workers = workers;
    }

    @Override
    public void forward() {
        int channels = in.channels();
        workers.each(in.images(), image -> {
            float[] upper = new float[in.rowLength()];
            float[] lower = new float[in.rowLength()];
            float[] pooled = new float[out.rowLength()];
            for (int row = image * out.rows(); row < (image + 1) * out.rows(); row++) {
                in.read(2 * row, upper);
                in.read(2 * row + 1, lower);
                for (int i = 0; i < upper.length; i++) {
                    upper[i] = Math.max(upper[i], lower[i]);
                }
                for (int o = 0; o < pooled.length; o += channels) {
                    for (int c = 0; c < channels; c++) {
                        pooled[o + c] = Math.max(upper[2 * o + c], upper[2 * o + channels + c]);
                    }
                }
                out.write(row, pooled);
            }
        });
    }

    @Override
    public void backward() {
        int channels = in.channels();
        FeatureMap gradient = out.gradient();
        workers.each(in.images(), image -> {
            float[] upper = new float[in.rowLength()];
            float[] lower = new float[in.rowLength()];
            float[] pooled = new float[out.rowLength()];
            for (int row = image * out.rows(); row < (image + 1) * out.rows(); row++) {
                in.read(2 * row, upper);
                in.read(2 * row + 1, lower);
                gradient.read(row, pooled);
                for (int o = 0; o < pooled.length; o += channels) {
                    for (int c = 0; c < channels; c++) {
                        spread(pooled[o + c], upper, lower, 2 * o + c, 2 * o + channels + c);
                    }
                }
                inGradient.write(2 * row, upper);
                inGradient.write(2 * row + 1, lower);
            }
        });
    }

    /** Without branches: which of the four it is cannot be predicted. */
    private static void spread(float gradient, float[] upper, float[] lower, int left, int right) {
        float highest = Math.max(Math.max(upper[left], upper[right]), Math.max(lower[left], lower[right]));
        float first = gradient * RowMath.isZero(highest - upper[left]);
        float second = (gradient - first) * RowMath.isZero(highest - upper[right]);
        float third = (gradient - first - second) * RowMath.isZero(highest - lower[left]);
        upper[left] = first;
        upper[right] = second;
        lower[left] = third;
        lower[right] = gradient - first - second - third;
    }
}
