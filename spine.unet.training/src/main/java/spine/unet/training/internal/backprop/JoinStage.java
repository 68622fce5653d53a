package spine.unet.training.internal.backprop;

import java.util.Arrays;

/**
 * The input of a decoder block: the skipped features times their coefficients, and beside them the enlarged coarser map, which comes as
 * {@code [image][row][column][position][channel]} of the small grid, the four positions being those inside an enlarged pixel.
 */
final class JoinStage implements Stage {
    private final FeatureMap skip;
    private final FeatureMap coefficients;
    private final FeatureMap small;
    private final FeatureMap joined;
    private final FeatureMap skipGradient;
    private final FeatureMap coefficientGradient;
    private final FeatureMap smallGradient;
    private final Workers workers;
    private final int channels;

    JoinStage(FeatureMap skip, FeatureMap coefficients, FeatureMap small, FeatureMap joined, Workers workers,
            Allocation memory) {
        this.skip = skip;
        this.coefficients = coefficients;
        this.small = small;
        this.joined = joined;
        this.skipGradient = skip.newGradient(memory);
        this.coefficientGradient = coefficients.newGradient(memory);
        this.smallGradient = small.newGradient(memory);
        this.workers = workers;
        this.channels = skip.channels();
    }

    @Override
    public void forward() {
        workers.each(small.images(), image -> {
            float[] features = new float[skip.rowLength()];
            float[] weights = new float[coefficients.rowLength()];
            float[] coarse = new float[small.rowLength()];
            float[] both = new float[joined.rowLength()];
            for (int row = image * small.rows(); row < (image + 1) * small.rows(); row++) {
                coefficients.read(row, weights);
                small.read(row, coarse);
                for (int half = 0; half < 2; half++) {
                    skip.read(2 * row + half, features);
                    join(features, weights, coarse, 2 * half, both);
                    joined.write(2 * row + half, both);
                }
            }
        });
    }

    private void join(float[] features, float[] weights, float[] coarse, int position, float[] both) {
        for (int column = 0; column < skip.columns(); column++) {
            float weight = weights[column / 2];
            int from = column * channels;
            int to = 2 * from;
            int coarseFrom = ((column / 2) * RepeatedKernel.POSITIONS + position + column % 2) * channels;
            for (int c = 0; c < channels; c++) {
                both[to + c] = features[from + c] * weight;
            }
            System.arraycopy(coarse, coarseFrom, both, to + channels, channels);
        }
    }

    @Override
    public void backward() {
        FeatureMap gradient = joined.gradient();
        workers.each(small.images(), image -> {
            float[] features = new float[skip.rowLength()];
            float[] weights = new float[coefficients.rowLength()];
            float[] weightGradients = new float[coefficients.rowLength()];
            float[] coarse = new float[small.rowLength()];
            float[] both = new float[joined.rowLength()];
            for (int row = image * small.rows(); row < (image + 1) * small.rows(); row++) {
                coefficients.read(row, weights);
                Arrays.fill(weightGradients, 0);
                for (int half = 0; half < 2; half++) {
                    skip.read(2 * row + half, features);
                    gradient.read(2 * row + half, both);
                    part(both, weights, 2 * half, features, weightGradients, coarse);
                    skipGradient.write(2 * row + half, features);
                }
                coefficientGradient.write(row, weightGradients);
                smallGradient.write(row, coarse);
            }
        });
    }

    /** @param features become their gradient */
    private void part(float[] both, float[] weights, int position, float[] features, float[] weightGradients, float[] coarse) {
        for (int column = 0; column < skip.columns(); column++) {
            float weight = weights[column / 2];
            int to = column * channels;
            int from = 2 * to;
            int coarseTo = ((column / 2) * RepeatedKernel.POSITIONS + position + column % 2) * channels;
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += both[from + c] * features[to + c];
                features[to + c] = both[from + c] * weight;
            }
            weightGradients[column / 2] += sum;
            System.arraycopy(both, from + channels, coarse, coarseTo, channels);
        }
    }
}
