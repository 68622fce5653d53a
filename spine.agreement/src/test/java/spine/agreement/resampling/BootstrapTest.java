package spine.agreement.resampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;

class BootstrapTest {
    private static final double C = Estimate.CONFIDENCE;
    private static final Bootstrap PERCENTILE = Bootstrap.percentile(2000, 20260101, C);
    private static final Bootstrap BCA = Bootstrap.bca(2000, 20260101, C);
    private static final ToDoubleFunction<List<Double>> MEAN =
            sample -> sample.stream().mapToDouble(v -> v).average().orElse(Double.NaN);

    @Test
    void coversTheMeanAndRepeatsItself() {
        List<Double> values = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        for (Bootstrap bootstrap : List.of(PERCENTILE, BCA)) {
            Estimate mean = bootstrap.of(values, MEAN).estimate();
            Interval ends = mean.interval().orElseThrow();
            assertEquals(4.5, mean.value(), 1e-9);
            assertTrue(ends.lower() > 2.5 && ends.lower() < 3.5 && ends.upper() > 5.5 && ends.upper() < 6.5, ends.toString());
            assertEquals(mean, bootstrap.of(values, MEAN).estimate());
        }
    }

    @Test
    void patientsAreRedrawnWhole() {
        // Two patients who are all right and all wrong: a draw has 0, 1 or 2 of the first.
        assertEquals(Estimate.of(0.5, 0, 1, C, IntervalMethod.BOOTSTRAP, 2),
                PERCENTILE.ratio(new double[] {5, 0}, new double[] {5, 5}).estimate());
        assertEquals(Estimate.of(1, 1), PERCENTILE.ratio(new double[] {5}, new double[] {5}).estimate());
    }

    @Test
    void samplesThatDetermineNothingAreCounted() {
        // A sample without the first patient, one in four, has no whole.
        BootstrapEstimate ratio = PERCENTILE.ratio(new double[] {1, 0}, new double[] {2, 0});
        assertEquals(0.5, ratio.estimate().interval().orElseThrow().upper());
        assertTrue(ratio.undefined() > 400 && ratio.undefined() < 600, ratio.toString());
        assertThrows(UndefinedStatisticException.class, () -> PERCENTILE.ratio(new double[2], new double[2]));
        assertThrows(UndefinedStatisticException.class, () -> PERCENTILE.ratio(new double[0], new double[0]));
    }

    @Test
    void aConstantHasAnIntervalWithoutWidth() {
        assertEquals(Estimate.of(7, 7, 7, C, IntervalMethod.BOOTSTRAP_BCA, 5), BCA.weighted(5, weights -> 7).estimate());
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.bca(0, 1, C));
        assertThrows(IllegalArgumentException.class, () -> Bootstrap.percentile(10, 1, 1));
    }
}
