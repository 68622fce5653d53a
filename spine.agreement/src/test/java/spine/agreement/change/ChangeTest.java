package spine.agreement.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;

class ChangeTest {
    private static final double C = Estimate.CONFIDENCE;
    private static final double DIGITS = 1e-9;

    @Test
    void aFallHasNegativeFigures() {
        Pairs times = Pairs.of(new double[] {10, 20, 30}, new double[] {8, 16, 24});
        assertEquals(-0.4, Responsiveness.effectSize(times, C).value(), DIGITS);
        assertEquals(-2, Responsiveness.standardizedResponseMean(times, C).value(), DIGITS);
        Pairs stable = Pairs.of(new double[] {10, 20, 30}, new double[] {11, 20, 29});
        assertEquals(-4, Responsiveness.guyatt(times, stable, C).value(), DIGITS);
        assertEquals(6, Responsiveness.guyatt(times, stable, C).n());
    }

    @Test
    void twoPatientsHaveFiniteFigures() {
        Pairs two = Pairs.of(new double[] {1, 4}, new double[] {2, 3});
        assertEquals(0, Responsiveness.standardizedResponseMean(two, C).value());
        assertTrue(Responsiveness.standardizedResponseMean(two, C).interval().isPresent());
        assertTrue(new GroupDifference(new double[] {1, 2}, new double[] {2, 4}).hedgesG(C).interval().isPresent());
    }

    @Test
    void changeWithoutVariance() {
        Pairs shifted = Pairs.of(new double[] {1, 2, 3}, new double[] {2, 3, 4});
        Pairs flat = Pairs.of(new double[] {0.1, 0.1, 0.1}, new double[] {2, 3, 4});
        assertUndefined("The standardised response mean is undefined: all changes are the same.",
                () -> Responsiveness.standardizedResponseMean(shifted, C));
        assertUndefined("The effect size is undefined: all baseline scores are the same.", () -> Responsiveness.effectSize(flat, C));
        assertUndefined("Guyatt's index is undefined: all changes of the stable patients are the same.",
                () -> Responsiveness.guyatt(flat, shifted, C));
        assertUndefined("Guyatt's index needs 2 complete pairs of readings at least; there is 1.",
                () -> Responsiveness.guyatt(Pairs.of(new double[] {1}, new double[] {2}), shifted, C));
    }

    @Test
    void groupsWithoutVariance() {
        GroupDifference apart = new GroupDifference(new double[] {3, 3, Double.NaN}, new double[] {1, 1, 1});
        assertEquals(2, apart.meanDifference(C).interval().orElseThrow().lower());
        assertEquals(5, apart.meanDifference(C).n());
        assertEquals(0, apart.p());
        assertEquals(1, new GroupDifference(new double[] {1, 1}, new double[] {1, 1}).p());
        assertUndefined("Cohen's d is undefined: neither group varies.", () -> apart.cohenD(C));
        assertUndefined("A difference of groups needs two values in each; one has 1.",
                () -> new GroupDifference(new double[] {1, 2}, new double[] {1, Double.NaN}));
    }

    private static void assertUndefined(String sentence, Executable statistic) {
        assertEquals(sentence, assertThrows(UndefinedStatisticException.class, statistic).getMessage());
    }
}
