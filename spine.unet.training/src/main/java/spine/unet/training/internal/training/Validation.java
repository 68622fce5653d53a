package spine.unet.training.internal.training;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetParameters;
import spine.unet.training.internal.augmentation.Augmentation;
import spine.unet.training.internal.sampling.CropExtractor;
import spine.unet.training.internal.sampling.CropSampler;

/** Measures a network on crops that never change, by the code that inference uses. */
final class Validation {

    /**
     * @param dice by class; background 0 is NaN, as is a class that neither truth nor network has. Of a lone foreground
     *     class it is the Dice at the operating point, because that is how such a model is used
     * @param operatingPoint threshold on the foreground probability that gives the best Dice of the foreground
     */
    record Outcome(double[] dice, double operatingPoint) {

        /** Mean over the foreground classes that occur; 0 if none does. */
        double mean() {
            double sum = 0;
            int n = 0;
            for (double d : dice) {
                if (!Double.isNaN(d)) {
                    sum += d;
                    n++;
                }
            }
            return n == 0 ? 0 : sum / n;
        }

        /** @param classes names, the background first */
        String words(List<String> classes) {
            if (classes.size() == 2) {
                return String.format(Locale.ROOT, "Dice %s %.3f", classes.get(1), mean());
            }
            StringJoiner each = new StringJoiner(", ", " (", ")");
            for (int c = 1; c < dice.length; c++) {
                each.add(classes.get(c) + (Double.isNaN(dice[c]) ? " -" : String.format(Locale.ROOT, " %.3f", dice[c])));
            }
            return String.format(Locale.ROOT, "mean Dice %.3f", mean()) + each;
        }
    }

    private static final int THRESHOLDS = 39;

    private final TrainingSettings settings;
    private final CropExtractor extractor;
    private final InferenceEngine engine;
    private final float[] inputs;
    private final float[] truths;

    Validation(CropSampler sampler, CropExtractor extractor, TrainingSettings settings, InferenceEngine engine, long seed) {
        this.settings = settings;
        this.extractor = extractor;
        this.engine = engine;
        this.inputs = new float[settings.validationCrops() * extractor.inputLength()];
        this.truths = new float[settings.validationCrops() * extractor.truthLength()];
        Random random = new Random(seed);
        for (int i = 0; i < settings.validationCrops(); i++) {
            extractor.extract(sampler.sample(random), Augmentation.NONE, random, inputs, truths, i);
        }
    }

    Outcome measure(UNetParameters parameters) {
        int classes = settings.classes().size();
        long[] both = new long[classes];
        long[] either = new long[classes];
        long[] bothAbove = new long[THRESHOLDS];
        long[] eitherAbove = new long[THRESHOLDS];
        float[] in = new float[extractor.inputLength()];
        float[] out = new float[extractor.truthLength()];
        try (InferenceSession network = engine.open(parameters, 1)) {
            for (int crop = 0; crop < settings.validationCrops(); crop++) {
                System.arraycopy(inputs, crop * in.length, in, 0, in.length);
                network.run(1, settings.crops().rows(), settings.crops().columns(), in, out);
                for (int i = 0; i < out.length; i += classes) {
                    int truth = highest(truths, crop * out.length + i, classes);
                    int found = highest(out, i, classes);
                    either[truth]++;
                    either[found]++;
                    both[truth] += truth == found ? 1 : 0;
                    for (int t = 0; t < THRESHOLDS; t++) {
                        boolean above = 1 - out[i] >= threshold(t);
                        eitherAbove[t] += (above ? 1 : 0) + (truth > 0 ? 1 : 0);
                        bothAbove[t] += above && truth > 0 ? 1 : 0;
                    }
                }
            }
        }
        double[] dice = new double[classes];
        dice[0] = Double.NaN;
        for (int c = 1; c < classes; c++) {
            dice[c] = either[c] == 0 ? Double.NaN : 2.0 * both[c] / either[c];
        }
        int best = THRESHOLDS / 2;
        for (int t = 0; t < THRESHOLDS; t++) {
            if (bothAbove[t] * (double) eitherAbove[best] > bothAbove[best] * (double) eitherAbove[t]) {
                best = t;
            }
        }
        if (classes == 2 && eitherAbove[best] > 0) {
            dice[1] = 2.0 * bothAbove[best] / eitherAbove[best];
        }
        return new Outcome(dice, threshold(best));
    }

    private static double threshold(int t) {
        return (t + 1) / (double) (THRESHOLDS + 1);
    }

    private static int highest(float[] values, int from, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (values[from + c] > values[from + best]) {
                best = c;
            }
        }
        return best;
    }
}
