package spine.unet.training.internal.backprop;

/** The logistic function of a convolution's output. The gradient takes the place of that output. */
final class LogisticStage implements Stage {
    private final FeatureMap in;
    private final FeatureMap out;
    private final Workers workers;

    LogisticStage(FeatureMap in, FeatureMap out, Workers workers) {
        this.in = in;
        this.out = out;
        this.workers = workers;
    }

    @Override
    public void forward() {
        workers.each(in.images(), image -> {
            float[] x = new float[in.rowLength()];
            for (int row = image * in.rows(); row < (image + 1) * in.rows(); row++) {
                in.read(row, x);
                for (int i = 0; i < x.length; i++) {
                    x[i] = (float) (1 / (1 + Math.exp(-x[i])));
                }
                out.write(row, x);
            }
        });
    }

    @Override
    public void backward() {
        FeatureMap gradient = out.gradient();
        workers.each(in.images(), image -> {
            float[] y = new float[in.rowLength()];
            float[] g = new float[in.rowLength()];
            for (int row = image * in.rows(); row < (image + 1) * in.rows(); row++) {
                out.read(row, y);
                gradient.read(row, g);
                for (int i = 0; i < y.length; i++) {
                    g[i] *= y[i] * (1 - y[i]);
                }
                in.write(row, g);
            }
        });
    }
}
