package spine.pipeline.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FindingCalibrationTest {

    @Test
    void theRegressionFindsTheWeightsThatMadeTheCases() {
        Random random = new Random(3);
        double[][] cases = new double[20_000][2];
        boolean[] truth = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++) {
            cases[i][0] = 5 + 2 * random.nextGaussian();
            cases[i][1] = 0.1 * random.nextGaussian();
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-(-1 + 0.8 * (cases[i][0] - 5) - 6 * cases[i][1])));
        }
        LogisticRegression fitted = new LogisticRegression(cases, truth, 1);
        assertEquals(0.8, fitted.weight(0), 0.05);
        assertEquals(-6, fitted.weight(1), 0.4);
        assertEquals(-1, fitted.intercept(), 0.05);
        assertEquals(5, fitted.mean(0), 0.05);
        assertEquals(1 / (1 + Math.exp(1)), fitted.probability(new double[] {5, 0}), 0.02);
    }

    @Test
    void whatCanBeSeparatedAndWhatNeverChangesHasFiniteWeights() {
        LogisticRegression fitted = new LogisticRegression(new double[][] {{0, 7}, {1, 7}, {2, 7}, {3, 7}},
                new boolean[] {false, false, true, true}, 1);
        assertTrue(fitted.weight(0) > 0 && Double.isFinite(fitted.weight(0)));
        assertEquals(0, fitted.weight(1));
    }

    @Test
    void theThresholdBalancesWhatIsCountedFalselyAndWhatIsMissed() {
        double[] probabilities = {0.9, 0.8, 0.7, 0.45, 0.3, 0.2};
        boolean[] truth = {true, false, true, true, false, false};
        double threshold = Discrimination.balanced(probabilities, truth);
        assertTrue(threshold > 0.45 && threshold <= 0.7, "three are inflammation, three count from " + threshold);
    }

    @Test
    void discriminationIsWhatTheTextbookSays() {
        Discrimination discrimination = new Discrimination(new double[] {0.9, 0.6, 0.6, 0.1}, new boolean[] {true, true, false, false});
        assertEquals((1 + 1 + 0.5 + 1) / 4, discrimination.auc());
        assertEquals(1, discrimination.sensitivity(0.6));
        assertEquals(0.5, discrimination.specificity(0.6));
        assertEquals(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.4) + Math.log(0.9)) / 4, discrimination.logLoss(), 1e-9);
        assertEquals(3, discrimination.reliability().size());
    }

    @Test
    void tooFewPatientsAreRefused() {
        FindingCalibration empty = new FindingCalibration();
        String message = assertThrows(IllegalArgumentException.class, () -> empty.fit(1, "nobody")).getMessage();
        assertTrue(message.contains("0 patients"), message);
        assertFalse(message.contains("null"));
    }
}
