package spine.evaluate.internal.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionStatisticsTest {
    private static final double DIGITS = 5e-7;

    @Test
    void wilsonIntervals() {
        assertProportion(0.9, 0.8208, 0.9465, Proportion.of(81, 90));
        assertProportion(0, 0, 0.2775, Proportion.of(0, 10));
        assertProportion(0.8, 0.4902, 0.9433, Proportion.of(8, 10));
        assertTrue(Double.isNaN(Proportion.of(0, 0).value()));
    }

    @Test
    void cohensKappa() {
        assertEquals(0.4, new ConfusionMatrix(20, 10, 5, 15).kappa(), DIGITS);
        assertEquals(0.130435, new ConfusionMatrix(45, 25, 15, 15).kappa(), DIGITS);
        assertEquals(0.259259, new ConfusionMatrix(25, 5, 35, 35).kappa(), DIGITS);
    }

    @Test
    void weightedKappaOfCohen1968() {
        double[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        assertEquals(0.491525, Kappa.cohen(table, Kappa.unweighted(3)), DIGITS);
        assertEquals(0.347826, Kappa.cohen(table, new double[][] {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}), DIGITS);
        assertEquals(0.473684, Kappa.cohen(table, Kappa.weights(3, 1)), DIGITS);
        assertEquals(0.454545, Kappa.cohen(table, Kappa.weights(3, 2)), DIGITS);
    }

    @Test
    void kappaOfFleiss() {
        int[][] counts = {{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1}, {7, 7, 0, 0, 0},
            {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
        assertEquals(0.209931, Kappa.fleiss(counts), DIGITS);
    }

    @Test
    void areaUnderTheRocCountsTiesHalf() {
        RocCurve roc = new RocCurve(List.of(List.of(new RocCurve.Case(true, 0.9), new RocCurve.Case(true, 0.5)),
                List.of(new RocCurve.Case(false, 0.5), new RocCurve.Case(false, 0.1))));
        assertEquals(0.875, roc.area().value(), DIGITS);
        assertEquals(List.of(new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY), new RocCurve.Point(0, 0.5, 0.9),
                new RocCurve.Point(0.5, 1, 0.5), new RocCurve.Point(1, 1, 0.1)), roc.curve());
        RocCurve oneKind = new RocCurve(List.of(List.of(new RocCurve.Case(true, 1))));
        assertTrue(Double.isNaN(oneKind.area().value()));
        assertEquals(List.of(), oneKind.curve());
    }

    @Test
    void patientsAreRedrawnWhole() {
        // Two patients who are all right and all wrong: a draw has 0, 1 or 2 of the first.
        Estimate ratio = Bootstrap.ratio(new double[] {5, 0}, new double[] {5, 5});
        assertEquals(new Estimate(0.5, 0, 1, IntervalMethod.BOOTSTRAP), ratio);
        assertEquals(IntervalMethod.NONE, Bootstrap.ratio(new double[] {5}, new double[] {5}).interval());
    }

    @Test
    void calibrationSharesRightOnesByConfidence() {
        List<CalibrationCurve.Bin> bins = CalibrationCurve.of(List.of(new CalibrationCurve.Case(0.52, false),
                new CalibrationCurve.Case(0.58, true), new CalibrationCurve.Case(1, true), new CalibrationCurve.Case(0.9, true)));
        assertEquals(2, bins.size());
        assertEquals(0.55, bins.get(0).confidence(), DIGITS);
        assertEquals(0.5, bins.get(0).right().value(), DIGITS);
        assertEquals(2, bins.get(1).count());
        assertEquals(0.95, bins.get(1).confidence(), DIGITS);
        assertEquals(List.of(), CalibrationCurve.of(List.of()));
    }

    @Test
    void logisticCalibrationFindsTheLineThroughTheLogOdds() {
        // A quarter of the cases at 0.2 is positive and three quarters of those at 0.8: log odds of -ln 4 and ln 4 become -ln 3 and ln 3.
        List<CalibrationCurve.Case> said = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            said.add(new CalibrationCurve.Case(0.2, i == 0));
            said.add(new CalibrationCurve.Case(0.8, i != 0));
        }
        LogisticCalibration calibration = new LogisticCalibration(List.of(said));
        assertEquals(0, calibration.intercept().value(), DIGITS);
        assertEquals(Math.log(3) / Math.log(4), calibration.slope().value(), DIGITS);
        assertEquals((0.64 + 3 * 0.04) / 4, calibration.brier().value(), DIGITS);
        assertTrue(Double.isNaN(new LogisticCalibration(List.of(List.of(new CalibrationCurve.Case(0.3, true)))).slope().value()));
    }

    @Test
    void confusionAddsUp() {
        ConfusionMatrix c = ConfusionMatrix.NONE.with(true, true).with(true, false).with(false, false).with(false, false).with(false, true);
        assertEquals(0.5, c.sensitivity().value());
        assertEquals(2 / 3.0, c.specificity().value(), DIGITS);
        assertEquals(0.6, c.accuracy().value(), DIGITS);
        assertEquals(0.5, c.positivePredictiveValue().value());
        assertEquals(10, c.plus(c).total());
    }

    @Test
    void bootstrapCoversTheMeanAndRepeatsItself() {
        List<Double> values = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        Estimate mean = Bootstrap.of(values, sample -> sample.stream().mapToDouble(v -> v).average().orElse(Double.NaN));
        assertEquals(4.5, mean.value(), DIGITS);
        assertTrue(mean.lower() > 2.5 && mean.lower() < 3.5 && mean.upper() > 5.5 && mean.upper() < 6.5, mean.toString());
        assertEquals(mean, Bootstrap.of(values, sample -> sample.stream().mapToDouble(v -> v).average().orElse(Double.NaN)));
    }

    private static void assertProportion(double value, double lower, double upper, Estimate estimate) {
        assertEquals(value, estimate.value(), DIGITS);
        assertEquals(lower, estimate.lower(), 5e-5);
        assertEquals(upper, estimate.upper(), 5e-5);
    }
}
