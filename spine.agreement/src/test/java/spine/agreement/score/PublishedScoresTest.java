package spine.agreement.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.Pairs;
import spine.agreement.Readings;

/** Published examples, and constructed ones whose figures were computed elsewhere. */
class PublishedScoresTest {
    private static final double DIGITS = 5e-7;
    private static final double C = Estimate.CONFIDENCE;

    /** Shrout and Fleiss 1979, table 2. */
    private static final Readings JUDGES = Readings.of(new double[][] {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6},
        {10, 5, 6, 9}, {6, 2, 4, 7}});
    /** Peak expiratory flow by two meters, first readings, 17 subjects (Bland and Altman 1986). */
    private static final Pairs METERS = Pairs.of(
            new double[] {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427},
            new double[] {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451});
    private static final double[] ANSCOMBE_X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    private static final double[] ANSCOMBE_Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    @Test
    void meanSquaresOfShroutAndFleiss() {
        MeanSquares squares = MeanSquares.of(JUDGES);
        assertEquals(11.241667, squares.subjects(), DIGITS);
        assertEquals(32.486111, squares.raters(), DIGITS);
        assertEquals(1.019444, squares.residual(), DIGITS);
        assertEquals(6.263889, squares.within(), DIGITS);
    }

    @Test
    void sixFormsOfShroutAndFleiss() {
        IntraclassCorrelation icc = new IntraclassCorrelation(JUDGES);
        assertEstimate(0.165742, -0.132932, 0.722560, icc.estimate(IccForm.ONE_WAY, C));
        assertEstimate(0.442797, -0.884442, 0.912415, icc.estimate(IccForm.ONE_WAY_MEAN, C));
        assertEstimate(0.289764, 0.018787, 0.761084, icc.estimate(IccForm.AGREEMENT, C));
        assertEstimate(0.620051, 0.071137, 0.927232, icc.estimate(IccForm.AGREEMENT_MEAN, C));
        assertEstimate(0.714841, 0.342465, 0.945858, icc.estimate(IccForm.CONSISTENCY, C));
        assertEstimate(0.909316, 0.675675, 0.985892, icc.estimate(IccForm.CONSISTENCY_MEAN, C));
    }

    @Test
    void threeReadersOfTenPatients() {
        IntraclassCorrelation icc = new IntraclassCorrelation(Readings.of(new double[][] {{0, 0, 0}, {0, 1, 0}, {2, 3, 2}, {4, 4, 6},
            {0, 0, 2}, {12, 10, 13}, {25, 22, 28}, {1, 0, 0}, {7, 9, 6}, {48, 41, 52}}));
        assertEquals(0.979227, icc.estimate(IccForm.ONE_WAY, C).value(), DIGITS);
        assertEstimate(0.979241, 0.941331, 0.994318, icc.estimate(IccForm.AGREEMENT, C));
        assertEstimate(0.981208, 0.946254, 0.994876, icc.estimate(IccForm.CONSISTENCY, C));
        assertEquals(0.992983, icc.estimate(IccForm.AGREEMENT_MEAN, C).value(), DIGITS);
    }

    @Test
    void twoMetersOfSeventeenSubjects() {
        BlandAltman flow = new BlandAltman(METERS);
        assertEquals(-2.117647, flow.bias(C).value(), DIGITS);
        assertEquals(38.765130, flow.sd(C).value(), DIGITS);
        assertEquals(-78.0973, flow.lowerLimit(LimitsInterval.EXACT, C).value(), 5e-5);
        assertEquals(73.8620, flow.upperLimit(LimitsInterval.EXACT, C).value(), 5e-5);
        // t(0.975; 16) = 2.119905 times the standard errors 9.401925 and 16.284612
        assertEquals(-2.117647 - 2.119905 * 9.401925, interval(flow.bias(C)).lower(), 5e-5);
        assertEquals(73.8620 + 2.119905 * 16.284612, interval(flow.upperLimit(LimitsInterval.APPROXIMATE_1986, C)).upper(), 5e-4);
        assertEquals(0.943279, Correlation.pearson(METERS, C).value(), DIGITS);
        assertEquals(0.942742, Correlation.concordance(METERS, C).value(), DIGITS);
        Estimate error = MeasurementError.ofPairs(METERS, C);
        assertEquals(38.765130 / Math.sqrt(2), error.value(), DIGITS);
        assertEquals(1.96 * 38.765130, SmallestDetectableChange.ofError(error).value(), 2e-6);
        assertEquals(1.96 * 38.765130 / 2, SmallestDetectableChange.ofChangeScores(METERS, 2, C).value(), 2e-6);
        double[][] cells = new double[METERS.n()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new double[] {METERS.first()[i], METERS.second()[i]};
        }
        IntraclassCorrelation icc = new IntraclassCorrelation(Readings.of(cells));
        assertEquals(0.946015, icc.estimate(IccForm.ONE_WAY, C).value(), DIGITS);
        assertEstimate(0.945928, 0.857411, 0.980079, icc.estimate(IccForm.AGREEMENT, C));
        assertEstimate(0.942913, 0.849908, 0.978943, icc.estimate(IccForm.CONSISTENCY, C));
        assertEquals(error.value(), MeasurementError.consistency(Readings.of(cells), C).value(), DIGITS);
    }

    @Test
    void anscombesFirstSet() {
        assertEquals(0.816421, Correlation.pearson(Pairs.of(ANSCOMBE_X, ANSCOMBE_Y), C).value(), DIGITS);
        assertEquals(0.818182, Correlation.spearman(Pairs.of(ANSCOMBE_X, ANSCOMBE_Y), C).value(), DIGITS);
    }

    @Test
    void tiesShareTheirRank() {
        Pairs ties = Pairs.of(new double[] {1, 2, 3}, new double[] {0, 0, 5});
        assertEquals(Math.sqrt(3) / 2, Correlation.spearman(ties, C).value(), DIGITS);
    }

    @Test
    void intervalsOfFisher() {
        assertEstimate(0.82, 0.7149, 0.8888, Correlation.fisher(0.82, 60, 1, C), 5e-5);
        assertEstimate(0.82, 0.7812, 0.8525, Correlation.fisher(0.82, 330, 1, C), 5e-5);
    }

    private static void assertEstimate(double value, double lower, double upper, Estimate estimate) {
        assertEstimate(value, lower, upper, estimate, DIGITS);
    }

    private static void assertEstimate(double value, double lower, double upper, Estimate estimate, double digits) {
        assertEquals(value, estimate.value(), digits);
        assertEquals(lower, interval(estimate).lower(), digits);
        assertEquals(upper, interval(estimate).upper(), digits);
    }

    private static Interval interval(Estimate estimate) {
        return estimate.interval().orElseThrow();
    }
}
