package spine.unet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiceCrossEntropyTest {
    private static final int PIXELS = 4000;
    private static final double[] WEIGHTS = {1, 2, 5};

    /** The wider the range of the values before the softmax, the nearer to 0 and 1 the probabilities. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "8,4", "60,4", "1000,4"})
    void itIsThatOfDoublePrecision(float range, int parts) {
        Random random = new Random(5);
        int classes = WEIGHTS.length;
        float[] truth = new float[PIXELS * classes];
        float[] values = new float[PIXELS * classes];
        for (int i = 0; i < PIXELS; i++) {
            truth[i * classes + random.nextInt(classes)] = 1;
            for (int c = 0; c < classes; c++) {
                values[i * classes + c] = range * (2 * random.nextFloat() - 1);
            }
        }
        double[] p = softmax(values);
        DiceCrossEntropy.Outcome found = new DiceCrossEntropy(WEIGHTS).evaluate(truth, values, parts,
                (count, task) -> IntStream.range(0, count).parallel().forEach(task));
        assertEquals(loss(truth, p), found.loss(), 1e-6);
        double[] expected = gradient(truth, p);
        double[] gradient = new double[expected.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = PIXELS * (double) found.gradient()[i];
        }
        assertArrayEquals(expected, gradient, 2e-6);
    }

    @Test
    void probabilitiesAreLearntAsTheyAre() {
        Random random = new Random(6);
        int classes = WEIGHTS.length;
        float[] values = new float[PIXELS * classes];
        for (int i = 0; i < values.length; i++) {
            values[i] = 4 * (2 * random.nextFloat() - 1);
        }
        double[] p = softmax(values);
        float[] truth = new float[p.length];
        double entropy = 0;
        for (int i = 0; i < p.length; i++) {
            truth[i] = (float) p[i];
            entropy -= p[i] * Math.log(p[i]) / PIXELS;
        }
        DiceCrossEntropy.Outcome found = DiceCrossEntropy.ofProbabilities(classes).evaluate(truth, values, 1,
                (count, task) -> task.accept(0));
        assertEquals(entropy, found.loss(), 1e-6);
        for (float derivative : found.gradient()) {
            assertEquals(0, PIXELS * derivative, 2e-6);
        }
    }

    private static double[] softmax(float[] values) {
        int classes = WEIGHTS.length;
        double[] p = new double[values.length];
        for (int i = 0; i < p.length; i += classes) {
            double highest = Math.max(values[i], Math.max(values[i + 1], values[i + 2]));
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                p[i + c] = Math.exp(values[i + c] - highest);
                sum += p[i + c];
            }
            for (int c = 0; c < classes; c++) {
                p[i + c] /= sum;
            }
        }
        return p;
    }

    private static double loss(float[] truth, double[] p) {
        double entropy = 0;
        double weight = 0;
        double dice = 0;
        for (int c = 0; c < WEIGHTS.length; c++) {
            double overlap = 0;
            double volume = 0;
            for (int i = c; i < p.length; i += WEIGHTS.length) {
                overlap += p[i] * truth[i];
                volume += p[i] + truth[i];
                weight += WEIGHTS[c] * truth[i];
                entropy -= WEIGHTS[c] * truth[i] * Math.log(Math.max(p[i], 1e-7));
            }
            dice += c == 0 ? 0 : (1 - (2 * overlap + 1) / (volume + 1)) / (WEIGHTS.length - 1);
        }
        return entropy / weight + dice;
    }

    /** Times the number of pixels; without the limit of the logarithm, which the gradient does not know either. */
    private static double[] gradient(float[] truth, double[] p) {
        int classes = WEIGHTS.length;
        double[] overlap = new double[classes];
        double[] volume = new double[classes];
        double weight = 0;
        for (int i = 0; i < p.length; i++) {
            overlap[i % classes] += p[i] * truth[i];
            volume[i % classes] += p[i] + truth[i];
            weight += WEIGHTS[i % classes] * truth[i];
        }
        double[] gradient = new double[p.length];
        for (int i = 0; i < p.length; i += classes) {
            double pixelWeight = 0;
            double mean = 0;
            double[] byProbability = new double[classes];
            for (int c = 0; c < classes; c++) {
                pixelWeight += WEIGHTS[c] * truth[i + c];
                double below = volume[c] + 1;
                byProbability[c] = c == 0 ? 0 : ((2 * overlap[c] + 1) / (below * below) - 2 * truth[i + c] / below) / (classes - 1);
                mean += p[i + c] * byProbability[c];
            }
            for (int c = 0; c < classes; c++) {
                gradient[i + c] = PIXELS * (p[i + c] * (byProbability[c] - mean) + pixelWeight / weight * (p[i + c] - truth[i + c]));
            }
        }
        return gradient;
    }
}
