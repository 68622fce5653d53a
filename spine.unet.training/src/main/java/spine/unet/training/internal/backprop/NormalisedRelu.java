package spine.unet.training.internal.backprop;

import java.util.List;

/**
 * Batch normalisation by the statistics of the batch, and ReLU. Sums are taken by image and joined in the order of the images, so that
 * the number of threads does not change them.
 */
final class NormalisedRelu implements Stage {
    private final Parameters layer;
    private final FeatureMap in;
    private final FeatureMap out;
    private final Workers workers;
    private final double epsilon;
    private final double decay;
    private final int channels;
    private final int rows;
    private final double count;
    private final double[] mean;
    private final double[] inverseDeviation;
    /** What the forward pass multiplied a row by and added to it. */
    private float[] factors;
    private float[] summands;

    /**
     * The gradient of {@code in} takes the place of its values.
     *
     * @param layer the graph's batch normalisation
     * @param channels of the normalisation; those of the maps, or fewer where each of them is there for several pixels
     */
    NormalisedRelu(Parameters layer, int channels, double epsilon, double decay, FeatureMap in, FeatureMap out, Workers workers) {
        this.layer = layer;
        this.in = in;
        this.out = out;
        this.workers = workers;
        this.epsilon = epsilon;
        this.decay = decay;
        this.channels = channels;
        this.rows = in.rows();
        this.count = (double) in.array().length() / channels;
        this.mean = new double[channels];
        this.inverseDeviation = new double[channels];
    }

    @Override
    public void forward() {
        // The variance is the mean square about a value near the mean, which in float stays exact where the mean is large.
        double[] centre = centreOfFirstRow();
        Sums sums = sums(centre);
        float[] gamma = layer.values("gamma");
        float[] beta = layer.values("beta");
        float[] factor = new float[channels];
        float[] summand = new float[channels];
        double[] variance = new double[channels];
        for (int c = 0; c < channels; c++) {
            double offset = sums.first[c] / count;
            mean[c] = centre[c] + offset;
            variance[c] = Math.max(0, sums.second[c] / count - offset * offset);
            inverseDeviation[c] = 1 / Math.sqrt(variance[c] + epsilon);
            factor[c] = (float) (gamma[c] * inverseDeviation[c]);
            summand[c] = (float) (beta[c] - mean[c] * gamma[c] * inverseDeviation[c]);
        }
        moveAverage("mean", mean);
        moveAverage("var", variance);
        factors = RowMath.tiled(factor, in.rowLength());
        summands = RowMath.tiled(summand, in.rowLength());
        workers.each(in.images(), image -> {
            float[] x = new float[in.rowLength()];
            for (int row = image * rows; row < (image + 1) * rows; row++) {
                in.read(row, x);
                RowMath.affineRelu(x, factors, summands);
                out.write(row, x);
            }
        });
    }

    private double[] centreOfFirstRow() {
        float[] row = new float[in.rowLength()];
        in.read(0, row);
        double[] centre = new double[channels];
        RowMath.fold(row, centre);
        for (int c = 0; c < channels; c++) {
            centre[c] = (float) (centre[c] * channels / row.length);
        }
        return centre;
    }

    /** DL4J moves the statistics for inference by a gradient, which its updater subtracts as it is. */
    private void moveAverage(String name, double[] batch) {
        float[] average = layer.values(name);
        for (int c = 0; c < channels; c++) {
            average[c] = (float) ((1 - decay) * (average[c] - batch[c]));
        }
        layer.setGradient(name, average);
    }

    @Override
    public void backward() {
        FeatureMap gradient = out.gradients().get(0);
        Sums sums = gradientSums(gradient);
        float[] gamma = layer.values("gamma");
        float[] gammaGradient = new float[channels];
        float[] betaGradient = new float[channels];
        float[] a = new float[channels];
        float[] b = new float[channels];
        float[] c = new float[channels];
        for (int i = 0; i < channels; i++) {
            double deviations = sums.second[i] * inverseDeviation[i];
            gammaGradient[i] = (float) deviations;
            betaGradient[i] = (float) sums.first[i];
            double scale = gamma[i] * inverseDeviation[i];
            double slope = -scale * inverseDeviation[i] * deviations / count;
            a[i] = (float) scale;
            b[i] = (float) slope;
            c[i] = (float) (-scale * sums.first[i] / count - slope * mean[i]);
        }
        layer.setGradient("gamma", gammaGradient);
        layer.setGradient("beta", betaGradient);
        int length = in.rowLength();
        float[] as = RowMath.tiled(a, length);
        float[] bs = RowMath.tiled(b, length);
        float[] cs = RowMath.tiled(c, length);
        workers.each(in.images(), image -> {
            float[] x = new float[length];
            float[] g = new float[length];
            for (int row = image * rows; row < (image + 1) * rows; row++) {
                in.read(row, x);
                gradient.read(row, g);
                RowMath.affineReluGradient(g, x, factors, summands);
                RowMath.combine(x, g, as, bs, cs);
                in.write(row, x);
            }
        });
    }

    /** Two sums for each channel. */
    private record Sums(double[] first, double[] second) {
    }

    private Sums sums(double[] centre) {
        float[] centres = RowMath.tiled(RowMath.floats(centre), in.rowLength());
        double[][] first = new double[in.images()][channels];
        double[][] second = new double[in.images()][channels];
        workers.each(in.images(), image -> {
            float[] x = new float[in.rowLength()];
            float[] sum = new float[x.length];
            float[] squares = new float[x.length];
            for (int row = image * rows; row < (image + 1) * rows; row++) {
                in.read(row, x);
                RowMath.moments(x, centres, sum, squares);
            }
            RowMath.fold(sum, first[image]);
            RowMath.fold(squares, second[image]);
        });
        return new Sums(total(first), total(second));
    }

    /** Joins the consumers' gradients in the first of them, and sums them on the way where the ReLU lets them through. */
    private Sums gradientSums(FeatureMap gradient) {
        List<FeatureMap> others = out.gradients().subList(1, out.gradients().size());
        float[] means = RowMath.tiled(RowMath.floats(mean), in.rowLength());
        double[][] first = new double[in.images()][channels];
        double[][] second = new double[in.images()][channels];
        workers.each(in.images(), image -> {
            float[] x = new float[in.rowLength()];
            float[] g = new float[x.length];
            float[] next = new float[x.length];
            float[] sum = new float[x.length];
            float[] dot = new float[x.length];
            for (int row = image * rows; row < (image + 1) * rows; row++) {
                gradient.read(row, g);
                for (FeatureMap other : others) {
                    other.read(row, next);
                    RowMath.add(g, next);
                }
                if (!others.isEmpty()) {
                    gradient.write(row, g);
                }
                in.read(row, x);
                RowMath.affineReluGradient(g, x, factors, summands);
                RowMath.products(g, x, means, sum, dot);
            }
            RowMath.fold(sum, first[image]);
            RowMath.fold(dot, second[image]);
        });
        return new Sums(total(first), total(second));
    }

    private static double[] total(double[][] byImage) {
        double[] total = new double[byImage[0].length];
        for (double[] image : byImage) {
            for (int c = 0; c < total.length; c++) {
                total[c] += image[c];
            }
        }
        return total;
    }
}
