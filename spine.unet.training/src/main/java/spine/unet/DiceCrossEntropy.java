package spine.unet;

import java.util.Arrays;
import java.util.function.IntConsumer;
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

    private static final float LOG2_E = 1.442695f;
    /** The logarithm of 2 in two parts: the product of the first with a small integer is exact. */
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;

    private final double[] classWeights;
    private final double diceWeight;

    /** @param classWeights weight of a pixel's cross-entropy by its true class, background first, each above 0 */
    public DiceCrossEntropy(double[] classWeights) {
        this(classWeights, 1.0);
    }

    /**
     * With part of the Dice only, or without.
     *
     * @param classWeights weight of a pixel's cross-entropy by its true class, background first, each above 0
     * @param diceWeight factor of the Dice part, not below 0; null for 1, since older files do not have it
     */
    @JsonCreator
    public DiceCrossEntropy(@JsonProperty("classWeights") double[] classWeights, @JsonProperty("diceWeight") Double diceWeight) {
        this.classWeights = classWeights.clone();
        this.diceWeight = diceWeight == null ? 1 : diceWeight;
    }

    /**
     * Cross-entropy alone, every pixel alike: lowest where the softmax equals the truth, also where that is no certainty.
     *
     * @param classes number of classes, background included
     */
    public static DiceCrossEntropy ofProbabilities(int classes) {
        double[] alike = new double[classes];
        Arrays.fill(alike, 1);
        return new DiceCrossEntropy(alike, 0.0);
    }

    @JsonProperty("classWeights")
    public double[] classWeights() {
        return classWeights.clone();
    }

    @JsonProperty("diceWeight")
    public double diceWeight() {
        return diceWeight;
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

    /** Runs a task for 0 to {@code count - 1}, in any order and on any threads, and returns when all are done. */
    @FunctionalInterface
    public interface Parallel {
        void each(int count, IntConsumer task);
    }

    /**
     * Evaluates a batch.
     *
     * @param truth {@code [pixel][class]} in one row, a distribution over the classes for each pixel
     * @param preOutput of the same shape, before the softmax; overwritten
     * @param parts of equal size, which are evaluated in parallel; their sums are added in order
     */
    public Outcome evaluate(float[] truth, float[] preOutput, int parts, Parallel parallel) {
        Batch batch = new Batch(truth, preOutput, parts, parallel);
        return new Outcome(batch.loss(), batch.gradient());
    }

    private Batch evaluate(INDArray labels, INDArray preOutput, IActivation activation) {
        if (!(activation instanceof ActivationSoftmax)) {
            throw new IllegalArgumentException("this loss needs a softmax output, not " + activation);
        }
        return new Batch(floats(labels), floats(preOutput), 1, (count, task) -> task.accept(0));
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
        return other instanceof DiceCrossEntropy that && Arrays.equals(classWeights, that.classWeights)
                && diceWeight == that.diceWeight;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classWeights);
    }

    /** e to the x for x not above 0, to the last bit or two of a float; below -87 it stays at 1e-38. */
    private static float exp(float x) {
        float limited = x < -87 ? -87 : x;
        int power = (int) (limited * LOG2_E - 0.5f);
        float r = limited - power * LN2_HIGH - power * LN2_LOW;
        float series = 1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f))))));
        return Float.intBitsToFloat((power + 127) << 23) * series;
    }

    /** The sums over some pixels of a batch. */
    private final class Sums {
        private final double[] overlap = new double[classWeights.length];
        private final double[] volume = new double[classWeights.length];
        private final double[] truthVolume = new double[classWeights.length];
        private double entropy;
        private double weight;

        void addPixel(float[] truth, float[] p, int i) {
            for (int c = 0; c < overlap.length; c++) {
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

        void add(Sums other) {
            for (int c = 0; c < overlap.length; c++) {
                overlap[c] += other.overlap[c];
                volume[c] += other.volume[c];
                truthVolume[c] += other.truthVolume[c];
            }
            weight += other.weight;
            entropy += other.entropy;
        }
    }

    /** One batch; arrays are [pixel][class] in one row. */
    private final class Batch {
        private final int classes = classWeights.length;
        private final float[] truth;
        private final float[] p;
        private final int parts;
        private final Parallel parallel;
        private final Sums total = new Sums();

        Batch(float[] truth, float[] preOutput, int parts, Parallel parallel) {
            this.truth = truth;
            this.p = preOutput;
            this.parts = parts;
            this.parallel = parallel;
            int length = p.length / parts;
            Sums[] sums = new Sums[parts];
            parallel.each(parts, part -> {
                sums[part] = new Sums();
                for (int i = part * length; i < (part + 1) * length; i += classes) {
                    softmax(i);
                    sums[part].addPixel(truth, p, i);
                }
            });
            for (Sums part : sums) {
                total.add(part);
            }
        }

        private void softmax(int i) {
            float highest = p[i];
            for (int c = 1; c < classes; c++) {
                highest = Math.max(highest, p[i + c]);
            }
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                p[i + c] = exp(p[i + c] - highest);
                sum += p[i + c];
            }
            float scale = 1 / sum;
            for (int c = 0; c < classes; c++) {
                p[i + c] *= scale;
            }
        }

        private int present() {
            int present = 0;
            for (int c = 1; c < classes; c++) {
                present += total.truthVolume[c] > 0 ? 1 : 0;
            }
            return present;
        }

        double loss() {
            double dice = 0;
            for (int c = 1; c < classes; c++) {
                if (total.truthVolume[c] > 0) {
                    dice += 1 - (2 * total.overlap[c] + SMOOTH) / (total.volume[c] + SMOOTH);
                }
            }
            return total.entropy / total.weight + diceWeight * dice / Math.max(1, present());
        }

        /** Derivative by the values before the softmax. */
        float[] gradient() {
            double[] byTruth = new double[classes];
            double[] always = new double[classes];
            for (int c = 1; c < classes; c++) {
                if (total.truthVolume[c] > 0) {
                    double below = total.volume[c] + SMOOTH;
                    byTruth[c] = -2 * diceWeight / below / present();
                    always[c] = diceWeight * (2 * total.overlap[c] + SMOOTH) / (below * below) / present();
                }
            }
            float[] gradient = new float[p.length];
            int length = p.length / parts;
            parallel.each(parts, part -> {
                for (int i = part * length; i < (part + 1) * length; i += classes) {
                    pixelGradient(i, byTruth, always, gradient);
                }
            });
            return gradient;
        }

        private void pixelGradient(int i, double[] byTruth, double[] always, float[] gradient) {
            double mean = 0;
            double pixelWeight = 0;
            for (int c = 0; c < classes; c++) {
                mean += p[i + c] * (byTruth[c] * truth[i + c] + always[c]);
                pixelWeight += classWeights[c] * truth[i + c];
            }
            double entropyScale = pixelWeight / total.weight;
            for (int c = 0; c < classes; c++) {
                gradient[i + c] = (float) (p[i + c] * (byTruth[c] * truth[i + c] + always[c] - mean)
                        + entropyScale * (p[i + c] - truth[i + c]));
            }
        }
    }
}
