package spine.agreement.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;

/** Few readings, missing ones, and readings that do not vary. */
class EdgeScoresTest {
    private static final double C = Estimate.CONFIDENCE;
    private static final double DIGITS = 1e-9;
    private static final double NONE = Double.NaN;
    private static final Pairs TWO = Pairs.of(new double[] {1, 4}, new double[] {2, 3});
    private static final Pairs OFFSET = Pairs.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 4, 5, 6});
    private static final Pairs CONSTANT = Pairs.of(new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {1, 2, 3, 4});
    private static final Pairs SAME = Pairs.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1});

    @Test
    void aPairWithAMissingReadingIsLeftOutAndCounted() {
        Pairs pairs = Pairs.of(new double[] {1, NONE, 3, 5}, new double[] {1, 2, NONE, 4});
        assertEquals(2, pairs.n());
        assertEquals(2, pairs.missing());
        assertEquals(1, Correlation.pearson(pairs, C).value(), DIGITS);
        assertEquals(2, Correlation.pearson(pairs, C).n());
        assertUndefined("Pearson's correlation needs 2 complete pairs of readings at least; there is 1.",
                () -> Correlation.pearson(Pairs.of(new double[] {1, NONE}, new double[] {1, 2}), C));
    }

    @Test
    void anIccTakesCompleteSubjectsAndSaysSo() {
        Readings readings = Readings.of(new double[][] {{1, 2}, {3, NONE}, {4, 4}, {7, 6}});
        assertUndefined("1 of 4 subjects were not read by all raters; an analysis of variance takes the complete ones only.",
                () -> new IntraclassCorrelation(readings));
        assertEquals(3, new IntraclassCorrelation(readings.complete()).estimate(IccForm.AGREEMENT, C).n());
        assertUndefined("An analysis of variance needs two subjects and two raters at least; there are 1 and 2.",
                () -> MeanSquares.of(Readings.of(new double[][] {{1, 2}})));
        assertUndefined("An analysis of variance needs two subjects and two raters at least; there are 0 and 0.",
                () -> MeanSquares.of(Readings.of(new double[0][])));
    }

    @Test
    void twoSubjectsGiveFiniteFigures() {
        IntraclassCorrelation icc = new IntraclassCorrelation(Readings.of(new double[][] {{1, 2}, {4, 3}}));
        for (IccForm form : IccForm.values()) {
            assertTrue(Double.isFinite(icc.estimate(form, C).value()), form.toString());
        }
        assertEquals(1, Correlation.pearson(TWO, C).value());
        assertEquals(1, Correlation.spearman(TWO, C).value());
        assertTrue(Correlation.concordance(TWO, C).interval().isEmpty());
        for (LimitsInterval method : LimitsInterval.values()) {
            assertTrue(new BlandAltman(TWO).upperLimit(method, C).interval().isPresent(), method.toString());
        }
        assertEquals(1, MeasurementError.ofPairs(TWO, C).value(), DIGITS);
        assertUndefined("A regression of the differences needs 3 complete pairs of readings at least; there are 2.",
                () -> ProportionalBias.of(TWO, C));
    }

    @Test
    void onePairHasABiasAndNoLimits() {
        BlandAltman one = new BlandAltman(Pairs.of(new double[] {5}, new double[] {3}));
        assertEquals(Estimate.of(2, 1), one.bias(C));
        assertUndefined("Limits of agreement need two complete pairs of readings at least; there is 1.",
                () -> one.upperLimit(LimitsInterval.EXACT, C));
        assertUndefined("Bland-Altman needs 1 complete pair of readings at least; there are 0.",
                () -> new BlandAltman(Pairs.of(new double[0], new double[0])));
    }

    @Test
    void aConstantOffsetIsConsistentButNotInAgreement() {
        IntraclassCorrelation icc = new IntraclassCorrelation(Readings.of(new double[][] {{1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}}));
        assertEquals(Estimate.of(1, 1, 1, C, icc.estimate(IccForm.CONSISTENCY, C).interval().orElseThrow().method(), 5),
                icc.estimate(IccForm.CONSISTENCY, C));
        assertEquals(0.833333, icc.estimate(IccForm.AGREEMENT, C).value(), 5e-7);
        assertEquals(0.818182, icc.estimate(IccForm.ONE_WAY, C).value(), 5e-7);
        // Without residual the interval is the limit of that of a small one.
        Estimate limit = new IntraclassCorrelation(Readings.of(new double[][] {{1, 2.0001}, {2, 3}, {3, 4}, {4, 5}, {5, 6}}))
                .estimate(IccForm.AGREEMENT, C);
        assertEquals(limit.interval().orElseThrow().lower(), icc.estimate(IccForm.AGREEMENT, C).interval().orElseThrow().lower(), 1e-3);
        assertEquals(0, new BlandAltman(OFFSET).sd(C).value());
        assertEquals(-1, new BlandAltman(OFFSET).lowerLimit(LimitsInterval.EXACT, C).interval().orElseThrow().lower(), DIGITS);
        assertEquals(1, Correlation.pearson(OFFSET, C).interval().orElseThrow().lower());
        assertEquals(1, ProportionalBias.of(OFFSET, C).p());
        assertEquals(0, ProportionalBias.of(OFFSET, C).slope().value());
        assertEquals(0, ProportionalBias.of(Pairs.of(new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 8}), C).p());
    }

    @Test
    void aConstantReaderHasNoCorrelationButAConcordanceOfNought() {
        assertUndefined("Pearson's correlation is undefined: all first readings are the same.", () -> Correlation.pearson(CONSTANT, C));
        assertUndefined("Spearman's correlation is undefined: all first readings are the same.", () -> Correlation.spearman(CONSTANT, C));
        assertEquals(Estimate.of(0, 4), Correlation.concordance(CONSTANT, C));
        assertEquals(-1, ProportionalBias.of(CONSTANT, C).slope().value() + 1, DIGITS);
    }

    @Test
    void readingsThatAreAllTheSameHaveLimitsButNoCoefficients() {
        assertUndefined("Lin's concordance is undefined: all readings are the same.", () -> Correlation.concordance(SAME, C));
        assertUndefined("An intraclass correlation is undefined: all readings are the same.",
                () -> new IntraclassCorrelation(Readings.of(new double[][] {{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}})));
        assertUndefined("Proportional bias is undefined: all pairs have the same mean.", () -> ProportionalBias.of(SAME, C));
        assertEquals(0, new BlandAltman(SAME).upperLimit(LimitsInterval.EXACT, C).value());
        assertEquals(0, MeasurementError.ofPairs(SAME, C).interval().orElseThrow().upper());
    }

    @Test
    void ratersWhoCrossHaveNoMeanCoefficient() {
        IntraclassCorrelation icc = new IntraclassCorrelation(Readings.of(new double[][] {{1, 3}, {3, 1}, {2, 2}}));
        assertEquals(-1, icc.estimate(IccForm.CONSISTENCY, C).value(), DIGITS);
        assertUndefined("The intraclass correlation is undefined: the subjects do not differ in their means.",
                () -> icc.estimate(IccForm.CONSISTENCY_MEAN, C));
    }

    @Test
    void manyPairsHaveExactLimitsToo() {
        double[] first = new double[5000];
        Arrays.setAll(first, i -> Math.sin(i * 12.9898) * 43758.5453 % 1);
        Estimate exact = new BlandAltman(Pairs.of(first, new double[5000])).upperLimit(LimitsInterval.EXACT, C);
        Estimate approximate = new BlandAltman(Pairs.of(first, new double[5000])).upperLimit(LimitsInterval.APPROXIMATE_1999, C);
        assertEquals(approximate.interval().orElseThrow().lower(), exact.interval().orElseThrow().lower(), 1e-3);
        assertEquals(approximate.interval().orElseThrow().upper(), exact.interval().orElseThrow().upper(), 1e-3);
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Pairs.of(new double[1], new double[2]));
        assertThrows(IllegalArgumentException.class, () -> Readings.of(new double[][] {{1, Double.POSITIVE_INFINITY}}));
        assertThrows(IllegalArgumentException.class, () -> Pairs.of(new double[] {1e300}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Readings.of(new double[][] {{1, 2}, {1}}));
        assertThrows(IllegalArgumentException.class, () -> new BlandAltman(TWO).sd(95));
        assertThrows(IllegalArgumentException.class, () -> SmallestDetectableChange.ofChangeScores(TWO, 0, C));
        assertFalse(Estimate.of(1, NONE, 2, C, null, 3).interval().isPresent());
        assertThrows(UndefinedStatisticException.class, () -> Estimate.of(NONE, 3));
    }

    private static void assertUndefined(String sentence, Executable statistic) {
        assertEquals(sentence, assertThrows(UndefinedStatisticException.class, statistic).getMessage());
    }
}
