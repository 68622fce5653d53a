package spine.unet;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Weighted cross-entropy plus soft Dice, for a softmax over classes. Cross-entropy is the mean over pixels, each weighted
 * by its true class; Dice is taken over the whole batch, per foreground class, and averaged over those classes of which
 * the batch has pixels. Use with {@code miniBatch(false)}: both parts are means already. Its class name and weights are
 * stored in every model file.
 */
public final class DiceCrossEntropy implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** Keeps Dice and its gradient finite, in pixels; small against the smallest lesion. */
    private static final double SMOOTH = 1;

    private final double[] classWeights;

    /** @param classWeights weight of a pixel's cross-entropy by its true class, background first, each above 0 */
    @JsonCreator
    public DiceCrossEntropy(@JsonProperty("classWeights") double[] classWeights) {
        this.classWeights = classWeights.clone();
    }

    @JsonProperty("classWeights")
    public double[] classWeights() {
        return classWeights.clone();
    }

    @Override
    public double computeScore(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return evaluate(labels, preOutput, activation).loss();
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        throw new UnsupportedOperationException("the Dice part belongs to the batch and has no value per pixel");
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return computeGradientAndScore(labels, preOutput, activation, mask, false).getSecond();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(INDArray labels, INDArray preOutput, IActivation activation,
            INDArray mask, boolean average) {
        Batch batch = evaluate(labels, preOutput, activation);
        return new Pair<>(batch.loss(), Nd4j.create(batch.gradient(), preOutput.shape(), 'c'));
    }

    /** The loss of a batch and its derivative by the values before the softmax, {@code [pixel][class]} in one row. */
    public record Outcome(double loss, float[] gradient) {
    }

    /**
     * Evaluates a batch.
     *
     * @param truth {@code [pixel][class]} in one row, a distribution over the classes for each pixel
     * @param preOutput of the same shape, before the softmax; overwritten
     */
    public Outcome evaluate(float[] truth, float[] preOutput) {
        Batch batch = new Batch(truth, preOutput);
        return new Outcome(batch.loss(), batch.gradient());
    }

    private Batch evaluate(INDArray labels, INDArray preOutput, IActivation activation) {
        if (!(activation instanceof ActivationSoftmax)) {
            throw new IllegalArgumentException("this loss needs a softmax output, not " + activation);
        }
        return new Batch(floats(labels), floats(preOutput));
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Override
    public String name() {
        return "DiceCrossEntropy";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiceCrossEntropy that && Arrays.equals(classWeights, that.classWeights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classWeights);
    }

    /** The sums over one batch; arrays are [pixel][class] in one row. */
    private final class Batch {
        private final int classes = classWeights.length;
        private final float[] truth;
        private final float[] p;
        private final double[] overlap = new double[classes];
        private final double[] volume = new double[classes];
        private final double[] truthVolume = new double[classes];
        private double entropy;
        private double weight;

        Batch(float[] truth, float[] preOutput) {
            this.truth = truth;
            this.p = preOutput;
            for (int i = 0; i < p.length; i += classes) {
                softmax(i);
                for (int c = 0; c < classes; c++) {
                    float y = truth[i + c];
                    overlap[c] += p[i + c] * y;
                    volume[c] += p[i + c] + y;
                    truthVolume[c] += y;
                    if (y > 0) {
                        weight += classWeights[c] * y;
                        entropy -= classWeights[c] * y * Math.log(Math.max(p[i + c], 1e-7f));
                    }
                }
            }
        }

        private void softmax(int i) {
            float highest = p[i];
            for (int c = 1; c < classes; c++) {
                highest = Math.max(highest, p[i + c]);
            }
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                p[i + c] = (float) Math.exp(p[i + c] - highest);
                sum += p[i + c];
            }
            for (int c = 0; c < classes; c++) {
                p[i + c] /= sum;
            }
        }

        private int present() {
            int present = 0;
            for (int c = 1; c < classes; c++) {
                present += truthVolume[c] > 0 ? 1 : 0;
            }
            return present;
        }

        double loss() {
            double dice = 0;
            for (int c = 1; c < classes; c++) {
                if (truthVolume[c] > 0) {
                    dice += 1 - (2 * overlap[c] + SMOOTH) / (volume[c] + SMOOTH);
                }
            }
            return entropy / weight + dice / Math.max(1, present());
        }

        /** Derivative by the values before the softmax. */
        float[] gradient() {
            double[] byTruth = new double[classes];
            double[] always = new double[classes];
            for (int c = 1; c < classes; c++) {
                if (truthVolume[c] > 0) {
                    double below = volume[c] + SMOOTH;
                    byTruth[c] = -2 / below / present();
                    always[c] = (2 * overlap[c] + SMOOTH) / (below * below) / present();
                }
            }
            float[] gradient = new float[p.length];
            double[] byProbability = new double[classes];
            for (int i = 0; i < p.length; i += classes) {
                double mean = 0;
                double pixelWeight = 0;
                for (int c = 0; c < classes; c++) {
                    byProbability[c] = byTruth[c] * truth[i + c] + always[c];
                    mean += p[i + c] * byProbability[c];
                    pixelWeight += classWeights[c] * truth[i + c];
                }
                for (int c = 0; c < classes; c++) {
                    gradient[i + c] = (float) (p[i + c] * (byProbability[c] - mean)
                            + pixelWeight / weight * (p[i + c] - truth[i + c]));
                }
            }
            return gradient;
        }
    }
}
