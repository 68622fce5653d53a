package spine.evaluate.internal.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgreementStatisticsTest {
    private static final double DIGITS = 5e-7;

    @Test
    void blandAltmanOfPeakFlow() {
        BlandAltman flow = BlandAltman.of(PeakFlow.WRIGHT, PeakFlow.MINI);
        assertEquals(-2.117647, flow.mean(), DIGITS);
        assertEquals(38.765130, flow.sd(), DIGITS);
        assertEquals(-78.0973, flow.lowerLimit().value(), 5e-5);
        assertEquals(73.8620, flow.upperLimit().value(), 5e-5);
        // t(0.975; 16) = 2.119905 times the standard errors of the fixture
        assertEquals(-2.117647 - 2.119905 * 9.401925, flow.bias().lower(), 5e-5);
        assertEquals(73.8620 + 2.119905 * 16.284612, flow.upperLimit().upper(), 5e-4);
        assertEquals(9.401925, flow.standardErrorOfBias(), DIGITS);
        assertEquals(16.284612, flow.standardErrorOfLimit(), DIGITS);
        assertEquals(38.765130 / Math.sqrt(2), flow.sem(), DIGITS);
        assertEquals(1.96 * 38.765130, flow.smallestDetectableChange(), 2e-6);
    }

    @Test
    void correlationOfPeakFlow() {
        assertEquals(0.943279, Correlation.pearson(PeakFlow.WRIGHT, PeakFlow.MINI).value(), DIGITS);
        assertEquals(0.942742, Correlation.concordance(PeakFlow.WRIGHT, PeakFlow.MINI), DIGITS);
    }

    @Test
    void aConstantOffsetHasBiasButNoSpread() {
        double[] first = {1, 2, 3, 4, 5};
        double[] second = {2, 3, 4, 5, 6};
        assertEquals(-1, BlandAltman.of(first, second).mean(), DIGITS);
        assertEquals(0, BlandAltman.of(first, second).sd(), DIGITS);
        assertEquals(1, Correlation.pearson(first, second).value(), DIGITS);
    }

    @Test
    void pearsonOfAnscombesFirstSet() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertEquals(0.816421, Correlation.pearson(x, y).value(), DIGITS);
    }

    @Test
    void spearmanOfAnscombesFirstSetAndOfTies() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        assertEquals(0.818182, Correlation.spearman(x, y), DIGITS);
        assertEquals(Math.sqrt(3) / 2, Correlation.spearman(new double[] {1, 2, 3}, new double[] {0, 0, 5}), DIGITS);
    }

    @Test
    void fisherIntervals() {
        assertEquals(0.7149, Correlation.fisher(0.82, 60).lower(), 5e-5);
        assertEquals(0.8888, Correlation.fisher(0.82, 60).upper(), 5e-5);
        assertEquals(0.7812, Correlation.fisher(0.82, 330).lower(), 5e-5);
        assertEquals(0.8525, Correlation.fisher(0.82, 330).upper(), 5e-5);
    }

    @Test
    void aColumnThatDoesNotVaryHasNoCorrelation() {
        assertTrue(Double.isNaN(Correlation.pearson(new double[] {1, 1, 1}, new double[] {1, 2, 3}).value()));
        assertTrue(Double.isNaN(BlandAltman.of(new double[0], new double[0]).mean()));
    }
}
