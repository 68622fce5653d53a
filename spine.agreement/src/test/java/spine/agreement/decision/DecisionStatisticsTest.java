package spine.agreement.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import spine.agreement.Estimate;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;

class DecisionStatisticsTest {
    private static final double DIGITS = 5e-7;
    private static final double C = Estimate.CONFIDENCE;
    private static final Bootstrap DRAWN = Bootstrap.percentile(100, 1, C);

    @Test
    void wilsonIntervals() {
        assertProportion(0.9, 0.8208, 0.9465, Proportion.of(81, 90, C));
        assertProportion(0, 0, 0.2775, Proportion.of(0, 10, C));
        assertProportion(0.8, 0.4902, 0.9433, Proportion.of(8, 10, C));
        assertUndefined("A proportion of nothing is undefined.", () -> Proportion.of(0, 0, C));
    }

    @Test
    void confusionAddsUp() {
        ConfusionMatrix c = ConfusionMatrix.NONE.with(true, true).with(true, false).with(false, false).with(false, false).with(false, true);
        assertEquals(0.5, c.sensitivity(C).value());
        assertEquals(2 / 3.0, c.specificity(C).value(), DIGITS);
        assertEquals(0.6, c.accuracy(C).value(), DIGITS);
        assertEquals(0.5, c.positivePredictiveValue(C).value());
        assertEquals(2 / 3.0, c.negativePredictiveValue(C).value(), DIGITS);
        assertEquals(10, c.plus(c).total());
        assertEquals(c.plus(c), c.times(2));
        assertEquals(0.4, new ConfusionMatrix(20, 10, 5, 15).kappa(C).value(), DIGITS);
    }

    @Test
    void likelihoodRatios() {
        ConfusionMatrix c = new ConfusionMatrix(90, 16, 10, 84);
        assertEquals(0.90 / 0.16, c.positiveLikelihoodRatio(C).value(), DIGITS);
        assertEquals(0.10 / 0.84, c.negativeLikelihoodRatio(C).value(), DIGITS);
        assertEquals(Estimate.of(0, 20), new ConfusionMatrix(0, 4, 10, 6).positiveLikelihoodRatio(C));
        assertUndefined("The positive likelihood ratio is undefined: no negative case was called positive.",
                () -> new ConfusionMatrix(5, 0, 5, 10).positiveLikelihoodRatio(C));
        assertUndefined("The negative likelihood ratio is undefined: every negative case was called positive.",
                () -> new ConfusionMatrix(5, 10, 5, 0).negativeLikelihoodRatio(C));
        assertUndefined("The positive likelihood ratio is undefined: there is no positive case.",
                () -> new ConfusionMatrix(0, 3, 0, 10).positiveLikelihoodRatio(C));
    }

    @Test
    void areaUnderTheRocCountsTiesHalf() {
        RocCurve roc = new RocCurve(List.of(List.of(new RocCurve.Case(true, 0.9), new RocCurve.Case(true, 0.5)),
                List.of(new RocCurve.Case(false, 0.5), new RocCurve.Case(false, 0.1))));
        assertEquals(0.875, roc.area(DRAWN).estimate().value(), DIGITS);
        assertEquals(0.875, new RocArea(new boolean[] {true, true, false, false}, new double[] {0.9, 0.5, 0.5, 0.1}).estimate(C).value());
        assertEquals(List.of(new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY), new RocCurve.Point(0, 0.5, 0.9),
                new RocCurve.Point(0.5, 1, 0.5), new RocCurve.Point(1, 1, 0.1)), roc.curve());
        RocCurve oneKind = new RocCurve(List.of(List.of(new RocCurve.Case(true, 1))));
        assertUndefined("The area under the ROC curve is undefined: there is no negative case.", () -> oneKind.area(DRAWN));
        assertEquals(List.of(), oneKind.curve());
        assertThrows(IllegalArgumentException.class, () -> new RocCurve.Case(true, Double.NaN));
    }

    @Test
    void areasOfFewCases() {
        boolean[] truth = {true, false, false};
        assertEquals(Estimate.of(0.5, 3), new RocArea(truth, new double[] {2, 1, 3}).estimate(C));
        assertUndefined("The area under the ROC curve is undefined: there is no positive case.",
                () -> new RocArea(new boolean[2], new double[2]));
        assertUndefined("The area under the ROC curve is undefined: the score of case 2 is missing.",
                () -> new RocArea(truth, new double[] {1, Double.NaN, 2}));
        assertUndefined("Areas under ROC curves are compared by two positive and two negative cases at least.",
                () -> RocArea.compare(truth, new double[] {1, 2, 3}, new double[] {3, 2, 1}, C));
    }

    @Test
    void aTestEqualsItself() {
        boolean[] truth = {true, true, true, false, false, false};
        double[] scores = {0.3, 0.2, 0.7, 0.2, 0.1, 0.3};
        RocComparison same = RocArea.compare(truth, scores, scores, C);
        assertEquals(1, same.p());
        assertEquals(Estimate.of(0, 6), same.difference());
        RocComparison perfect = RocArea.compare(truth, new double[] {3, 3, 3, 1, 1, 1}, new double[] {1, 1, 1, 1, 1, 1}, C);
        assertEquals(0.5, perfect.difference().value());
        assertEquals(0, perfect.p());
        assertEquals(Estimate.of(1, 6), perfect.first());
    }

    @Test
    void calibrationSharesRightOnesByConfidence() {
        List<CalibrationCurve.Bin> bins = CalibrationCurve.of(List.of(new CalibrationCurve.Case(0.52, false),
                new CalibrationCurve.Case(0.58, true), new CalibrationCurve.Case(1, true), new CalibrationCurve.Case(0.9, true)), C);
        assertEquals(2, bins.size());
        assertEquals(0.55, bins.get(0).confidence(), DIGITS);
        assertEquals(0.5, bins.get(0).right().value(), DIGITS);
        assertEquals(2, bins.get(1).count());
        assertEquals(0.95, bins.get(1).confidence(), DIGITS);
        assertEquals(List.of(), CalibrationCurve.of(List.of(), C));
        assertThrows(IllegalArgumentException.class, () -> new CalibrationCurve.Case(1.1, true));
    }

    @Test
    void calibrationErrorIsTheDistanceFromTheDiagonal() {
        List<CalibrationCurve.Case> said = List.of(new CalibrationCurve.Case(0.85, true), new CalibrationCurve.Case(0.85, false));
        assertEquals(0.35, CalibrationError.of(List.of(said), DRAWN).estimate().value(), DIGITS);
        assertThrows(UndefinedStatisticException.class, () -> CalibrationError.of(List.of(), DRAWN));
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
        assertEquals(0, calibration.intercept(DRAWN).estimate().value(), DIGITS);
        assertEquals(Math.log(3) / Math.log(4), calibration.slope(DRAWN).estimate().value(), DIGITS);
        assertEquals((0.64 + 3 * 0.04) / 4, calibration.brier(DRAWN).estimate().value(), DIGITS);
        assertUndefined("A logistic calibration cannot be estimated from these cases.",
                () -> new LogisticCalibration(List.of(List.of(new CalibrationCurve.Case(0.3, true)))).slope(DRAWN));
    }

    private static void assertProportion(double value, double lower, double upper, Estimate estimate) {
        assertEquals(value, estimate.value(), DIGITS);
        assertEquals(lower, estimate.interval().orElseThrow().lower(), 5e-5);
        assertEquals(upper, estimate.interval().orElseThrow().upper(), 5e-5);
    }

    private static void assertUndefined(String sentence, Executable statistic) {
        assertEquals(sentence, assertThrows(UndefinedStatisticException.class, statistic).getMessage());
    }
}
