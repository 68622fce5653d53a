package spine.agreement.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;

class CategoryAgreementTest {
    private static final double C = Estimate.CONFIDENCE;
    private static final double DIGITS = 5e-7;
    private static final double NONE = Double.NaN;
    private static final double[][] COHEN = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    /** Krippendorff, Computing Krippendorff's Alpha-Reliability 2011, example C: four observers, twelve units. */
    private static final Readings OBSERVERS = Readings.of(new double[][] {{1, 1, NONE, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
        {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {NONE, 5, 5, 5}, {NONE, NONE, 1, 1},
        {NONE, 3, NONE, NONE}});

    @Test
    void cohensKappa() {
        assertEquals(0.4, kappa(new double[][] {{20, 5}, {10, 15}}, CategoryWeights.unweighted(2)), DIGITS);
        assertEquals(0.130435, kappa(new double[][] {{45, 15}, {25, 15}}, CategoryWeights.unweighted(2)), DIGITS);
        assertEquals(0.259259, kappa(new double[][] {{25, 35}, {5, 35}}, CategoryWeights.unweighted(2)), DIGITS);
    }

    @Test
    void weightedKappaOfCohen1968() {
        assertEquals(0.491525, kappa(COHEN, CategoryWeights.unweighted(3)), DIGITS);
        assertEquals(0.347826, kappa(COHEN, CategoryWeights.ofDisagreement(new double[][] {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}})), DIGITS);
        assertEquals(0.473684, kappa(COHEN, CategoryWeights.linear(3)), DIGITS);
        assertEquals(0.454545, kappa(COHEN, CategoryWeights.quadratic(3)), DIGITS);
    }

    @Test
    void kappaOfFleiss() {
        CategoryCounts counts = CategoryCounts.of(new int[][] {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0},
            {2, 2, 8, 1, 1}, {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}});
        assertEquals(0.209931, FleissKappa.of(counts, CategoryWeights.unweighted(5), C).value(), DIGITS);
    }

    @Test
    void alphaOfKrippendorff() {
        assertEquals(0.743, new KrippendorffAlpha(OBSERVERS, Scale.NOMINAL).estimate().value(), 5e-4);
        assertEquals(0.815, new KrippendorffAlpha(OBSERVERS, Scale.ORDINAL).estimate().value(), 5e-4);
        assertEquals(0.849, new KrippendorffAlpha(OBSERVERS, Scale.INTERVAL).estimate().value(), 5e-4);
        assertEquals(11, new KrippendorffAlpha(OBSERVERS, Scale.NOMINAL).estimate().n());
        Estimate redrawn = new KrippendorffAlpha(OBSERVERS, Scale.NOMINAL).estimate(Bootstrap.percentile(500, 1, C)).estimate();
        assertTrue(redrawn.interval().orElseThrow().lower() < 0.743 && redrawn.interval().orElseThrow().upper() > 0.743);
    }

    /** Two raters who agree on 95 of 100 subjects and never on the rare category. */
    @Test
    void agreementOfGwetDoesNotFallWithPrevalence() {
        double[][] cells = new double[100][];
        for (int i = 0; i < 100; i++) {
            cells[i] = i < 95 ? new double[] {1, 1} : i < 98 ? new double[] {1, 0} : new double[] {0, 1};
        }
        CategoryCounts counts = CategoryCounts.of(Readings.of(cells), Categories.of(0, 1));
        double rare = 0.025;
        double chance = 2 * rare * (1 - rare);
        assertEquals((0.95 - chance) / (1 - chance), GwetAgreement.ac1(counts, C).value(), DIGITS);
        assertTrue(FleissKappa.of(counts, CategoryWeights.unweighted(2), C).value() < 0);
    }

    @Test
    void oneCategoryForAllLeavesKappaUndefinedButNotGwet() {
        Pairs same = Pairs.of(new double[] {1, 1, 1}, new double[] {1, 1, 1});
        assertUndefined("Cohen's kappa is undefined: both raters chose the same category for all.",
                () -> CohenKappa.of(same, Categories.of(0, 1), CategoryWeights.unweighted(2), C));
        Readings readings = Readings.of(new double[][] {{1, 1}, {1, 1}, {1, 1}});
        CategoryCounts counts = CategoryCounts.of(readings, Categories.of(0, 1));
        assertUndefined("Fleiss' kappa is undefined: all readings are in one category.",
                () -> FleissKappa.of(counts, CategoryWeights.unweighted(2), C));
        assertUndefined("Krippendorff's alpha is undefined: all readings are the same.",
                () -> new KrippendorffAlpha(readings, Scale.NOMINAL).estimate());
        assertEquals(Estimate.of(1, 3), GwetAgreement.ac1(counts, C));
        assertUndefined("Gwet's coefficient is undefined: the scale has fewer than two categories.",
                () -> GwetAgreement.ac1(CategoryCounts.of(readings, Categories.in(readings)), C));
    }

    @Test
    void ratersWhoNeverDifferHaveNoInterval() {
        Pairs same = Pairs.of(new double[] {0, 1, 2, 1}, new double[] {0, 1, 2, 1});
        assertEquals(Estimate.of(1, 4), CohenKappa.of(same, Categories.of(0, 1, 2), CategoryWeights.linear(3), C));
        assertEquals(Estimate.of(1, 2), FleissKappa.of(CategoryCounts.of(new int[][] {{3, 0}, {0, 3}}), CategoryWeights.unweighted(2), C));
    }

    @Test
    void aConstantRaterHasAKappaOfNought() {
        Pairs pairs = Pairs.of(new double[] {1, 1, 1, 1}, new double[] {0, 1, 0, 1});
        assertEquals(0, CohenKappa.of(pairs, Categories.of(0, 1), CategoryWeights.unweighted(2), C).value(), DIGITS);
    }

    @Test
    void subjectsWithoutTwoReadingsSayNothing() {
        Readings lonely = Readings.of(new double[][] {{0, NONE}, {NONE, 1}, {NONE, NONE}});
        assertUndefined("Fleiss' kappa is undefined: no subject has two readings.",
                () -> FleissKappa.of(CategoryCounts.of(lonely, Categories.of(0, 1)), CategoryWeights.unweighted(2), C));
        assertUndefined("Krippendorff's alpha is undefined: no subject has two readings.",
                () -> new KrippendorffAlpha(lonely, Scale.NOMINAL).estimate());
        assertUndefined("Cohen's kappa is undefined: there is no complete pair of readings.",
                () -> CohenKappa.of(lonely.pair(0, 1), Categories.of(0, 1), CategoryWeights.unweighted(2), C));
        assertUndefined("Fleiss' kappa is undefined: no subject has two readings.", () -> FleissKappa.of(CategoryCounts.of(new int[0][]),
                CategoryWeights.unweighted(0), C));
    }

    @Test
    void wrongCategoriesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Categories.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> CategoryCounts.of(OBSERVERS, Categories.of(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(COHEN, CategoryWeights.linear(4), C));
        assertThrows(IllegalArgumentException.class, () -> CategoryWeights.ofDisagreement(new double[][] {{0, 1}, {2, 0}}));
        assertThrows(IllegalArgumentException.class, () -> CategoryCounts.of(new int[][] {{1, -1}}));
    }

    private static double kappa(double[][] table, CategoryWeights weights) {
        return CohenKappa.of(table, weights, C).value();
    }

    private static void assertUndefined(String sentence, Executable statistic) {
        assertEquals(sentence, assertThrows(UndefinedStatisticException.class, statistic).getMessage());
    }
}
