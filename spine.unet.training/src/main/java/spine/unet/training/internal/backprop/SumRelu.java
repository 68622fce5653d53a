package spine.unet.training.internal.backprop;

/** relu(a + b) of two outputs of convolutions. The gradient takes their place. */
final class SumRelu implements Stage {
    private final FeatureMap a;
    private final FeatureMap b;
    private final FeatureMap out;
    private final Workers workers;

    SumRelu(FeatureMap a, FeatureMap b, FeatureMap out, Workers workers) {
        this.a = a;
        this.b = b;
        this.out = out;
        this.workers = workers;
    }

    @Override
    public void forward() {
        workers.each(out.images(), image -> {
            float[] sum = new float[out.rowLength()];
            float[] next = new float[out.rowLength()];
            for (int row = image * out.rows(); row < (image + 1) * out.rows(); row++) {
                a.read(row, sum);
                b.read(row, next);
                RowMath.add(sum, next);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] = Math.max(0, sum[i]);
                }
                out.write(row, sum);
            }
        });
    }

    @Override
    public void backward() {
        FeatureMap gradient = out.gradient();
        workers.each(out.images(), image -> {
            float[] relu = new float[out.rowLength()];
            float[] g = new float[out.rowLength()];
            for (int row = image * out.rows(); row < (image + 1) * out.rows(); row++) {
                out.read(row, relu);
                gradient.read(row, g);
                RowMath.reluGradient(g, relu);
                a.write(row, g);
                b.write(row, g);
            }
        });
    }
}
