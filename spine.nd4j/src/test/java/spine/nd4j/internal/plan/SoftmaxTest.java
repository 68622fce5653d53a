package spine.nd4j.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxTest {

    @ParameterizedTest
    @CsvSource({"2,1", "2,30", "7,1", "7,8", "7,1000"})
    void theProbabilitiesAreThoseOfDoublePrecision(int classes, float range) {
        Random random = new Random(3);
        float[] scores = new float[1000 * classes];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = range * (2 * random.nextFloat() - 1);
        }
        float[] probabilities = scores.clone();
        Softmax.apply(probabilities, classes);
        for (int from = 0; from < scores.length; from += classes) {
            for (int c = 0; c < classes; c++) {
                double expected = 1 / sumOfRatios(scores, from, classes, scores[from + c]);
                assertEquals(expected, probabilities[from + c], 1e-5 * expected + 1e-8);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "7"})
    void whatIsNotANumberStaysSo(int classes) {
        float[] scores = new float[classes];
        scores[1] = Float.NaN;
        Softmax.apply(scores, classes);
        assertTrue(Float.isNaN(scores[0]) && Float.isNaN(scores[1]));
    }

    /** The sum over the classes of e to the score, divided by that of one of them. */
    private static double sumOfRatios(float[] scores, int from, int classes, float one) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp((double) scores[from + c] - one);
        }
        return sum;
    }
}
