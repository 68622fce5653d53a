package spine.evaluate.internal.readerstudy;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.Correlation;
import spine.agreement.score.IccForm;
import spine.agreement.score.LimitsInterval;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.SmallestDetectableChange;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;

/** Agreement of two raters in points of a score; differences are first minus second. */
final class PairFigures {
    static final String ICC = "ICC(2,1)";
    static final String CONSISTENCY = "ICC(3,1)";
    static final String PEARSON = "Pearson r";
    static final String BIAS = "bias";
    static final String LOWER = "lower limit";
    static final String UPPER = "upper limit";
    static final String SDC = "SDC (de Vet)";

    private PairFigures() {
    }

    /** Scores at one time. */
    static MetricSection of(String title, Pairs pairs) {
        String n = "n = " + pairs.n();
        DoubleFunction<Estimate> sem = confidence -> MeasurementError.ofPairs(pairs, confidence);
        return new MetricSection(title, List.of(icc(pairs), consistency(pairs), pearson(pairs),
                Metric.ratio("Spearman rho", confidence -> Correlation.spearman(pairs, confidence), n),
                Metric.ratio("Lin CCC", confidence -> Correlation.concordance(pairs, confidence), n), bias(pairs), lower(pairs),
                upper(pairs), distance(pairs), Metric.points("SEM", sem, "SD of the differences / sqrt(2), " + n),
                Metric.points(SDC, confidence -> SmallestDetectableChange.ofError(sem.apply(confidence)), "1.96 sqrt(2) SEM, " + n)));
    }

    static Metric icc(Pairs pairs) {
        return Metric.ratio(ICC, confidence -> form(pairs, IccForm.AGREEMENT, confidence), "n = " + pairs.n());
    }

    static Metric consistency(Pairs pairs) {
        return Metric.ratio(CONSISTENCY, confidence -> form(pairs, IccForm.CONSISTENCY, confidence), "n = " + pairs.n());
    }

    static Metric pearson(Pairs pairs) {
        return Metric.ratio(PEARSON, confidence -> Correlation.pearson(pairs, confidence), "n = " + pairs.n());
    }

    static Metric bias(Pairs pairs) {
        return Metric.points(BIAS, confidence -> new BlandAltman(pairs).bias(confidence), "first - second");
    }

    static Metric lower(Pairs pairs) {
        return Metric.points(LOWER, confidence -> new BlandAltman(pairs).lowerLimit(LimitsInterval.EXACT, confidence), "bias - 1.96 SD");
    }

    static Metric upper(Pairs pairs) {
        return Metric.points(UPPER, confidence -> new BlandAltman(pairs).upperLimit(LimitsInterval.EXACT, confidence), "bias + 1.96 SD");
    }

    /** Mean absolute difference. */
    static Metric distance(Pairs pairs) {
        double[] distances = Arrays.stream(pairs.differences()).map(Math::abs).toArray();
        double[] ones = new double[distances.length];
        Arrays.fill(ones, 1);
        return Metric.points("mean abs. diff.", MetricValue.redrawn(draws -> draws.ratio(distances, ones)), "n = " + pairs.n());
    }

    private static Estimate form(Pairs pairs, IccForm form, double confidence) {
        return Scores.icc(Scores.rows(List.of(pairs.first(), pairs.second())), form, confidence);
    }
}
