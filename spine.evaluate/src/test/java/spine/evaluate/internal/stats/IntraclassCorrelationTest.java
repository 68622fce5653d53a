package spine.evaluate.internal.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntraclassCorrelationTest {
    private static final double DIGITS = 5e-7;

    /** Shrout and Fleiss 1979, table 2. */
    private static final double[][] JUDGES = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

    @Test
    void meanSquaresOfShroutAndFleiss() {
        Anova anova = Anova.of(JUDGES);
        assertEquals(11.241667, anova.msb(), DIGITS);
        assertEquals(32.486111, anova.msj(), DIGITS);
        assertEquals(1.019444, anova.mse(), DIGITS);
        assertEquals(6.263889, anova.msw(), DIGITS);
    }

    @Test
    void sixFormsOfShroutAndFleiss() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(JUDGES);
        assertEstimate(0.165742, -0.132932, 0.722560, icc.oneWay());
        assertEstimate(0.442797, -0.884442, 0.912415, icc.oneWayMean());
        assertEstimate(0.289764, 0.018787, 0.761084, icc.agreement());
        assertEstimate(0.620051, 0.071137, 0.927232, icc.agreementMean());
        assertEstimate(0.714841, 0.342465, 0.945858, icc.consistency());
        assertEstimate(0.909316, 0.675675, 0.985892, icc.consistencyMean());
    }

    @Test
    void aConstantOffsetIsConsistentButNotInAgreement() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}});
        assertEquals(1, icc.consistency().value(), DIGITS);
        assertEquals(0.833333, icc.agreement().value(), DIGITS);
        assertEquals(0.818182, icc.oneWay().value(), DIGITS);
    }

    @Test
    void threeReadersOfTenPatients() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(new double[][] {{0, 0, 0}, {0, 1, 0}, {2, 3, 2}, {4, 4, 6}, {0, 0, 2},
            {12, 10, 13}, {25, 22, 28}, {1, 0, 0}, {7, 9, 6}, {48, 41, 52}});
        assertEquals(0.979227, icc.oneWay().value(), DIGITS);
        assertEstimate(0.979241, 0.941331, 0.994318, icc.agreement());
        assertEstimate(0.981208, 0.946254, 0.994876, icc.consistency());
        assertEquals(0.992983, icc.agreementMean().value(), DIGITS);
    }

    @Test
    void twoMetersOfSeventeenSubjects() {
        double[][] pairs = new double[PeakFlow.WRIGHT.length][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new double[] {PeakFlow.WRIGHT[i], PeakFlow.MINI[i]};
        }
        IntraclassCorrelation icc = IntraclassCorrelation.of(pairs);
        assertEquals(0.946015, icc.oneWay().value(), DIGITS);
        assertEstimate(0.945928, 0.857411, 0.980079, icc.agreement());
        assertEstimate(0.942913, 0.849908, 0.978943, icc.consistency());
    }

    @Test
    void perfectAgreementIsOneAndNoVarianceIsUnknown() {
        assertEstimate(1, 1, 1, IntraclassCorrelation.of(new double[][] {{1, 1}, {4, 4}, {2, 2}}).agreement());
        assertTrue(Double.isNaN(IntraclassCorrelation.of(new double[][] {{3, 3}, {3, 3}}).agreement().value()));
        assertTrue(Double.isNaN(IntraclassCorrelation.of(new double[][] {{3, 3}}).agreement().value()));
        assertTrue(Double.isNaN(IntraclassCorrelation.of(new double[][] {}).agreement().value()));
    }

    private static void assertEstimate(double value, double lower, double upper, Estimate estimate) {
        assertEquals(value, estimate.value(), DIGITS);
        assertEquals(lower, estimate.lower(), DIGITS);
        assertEquals(upper, estimate.upper(), DIGITS);
    }
}
