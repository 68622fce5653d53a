package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.Correlation;
import spine.agreement.score.IccForm;
import spine.agreement.score.IntraclassCorrelation;
import spine.agreement.score.LimitsInterval;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;

/** Agreement of two columns of scores. */
final class ScoreAgreement {
    /** Minimal important change of the spine score (domain: 5.0 points). */
    static final double IMPORTANT = 5;
    private static final LimitsInterval LIMITS = LimitsInterval.EXACT;

    private ScoreAgreement() {
    }

    /** @param scores {@code {truth, prediction}} per patient */
    static MetricSection of(String title, List<double[]> scores) {
        Pairs pairs = pairs(scores);
        List<double[]> scoring = scores.stream().filter(pair -> pair[0] > 0 || pair[1] > 0).toList();
        long near = scores.stream().filter(pair -> Math.abs(pair[1] - pair[0]) <= IMPORTANT).count();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.ratio("Pearson r", confidence -> Correlation.pearson(pairs, confidence), "n = " + scores.size()));
        metrics.add(Metric.ratio("Spearman rho", MetricValue.redrawn(draws -> draws.of(scores, ScoreAgreement::spearman)),
                "n = " + scores.size()));
        metrics.addAll(forms(scores));
        metrics.add(Metric.ratio("ICC(2,1), patients redrawn",
                MetricValue.redrawn(draws -> draws.of(scores, drawn -> agreement(drawn, Estimate.CONFIDENCE).value())),
                "n = " + scores.size()));
        metrics.add(Metric.ratio("ICC(2,1) without studies both call 0", confidence -> agreement(scoring, confidence),
                "n = " + scoring.size()));
        metrics.add(Metric.ratio("Lin concordance", confidence -> Correlation.concordance(pairs, confidence), ""));
        metrics.addAll(limits("Bland-Altman", () -> new BlandAltman(Pairs.of(pairs.second(), pairs.first())), "prediction - truth"));
        metrics.addAll(limits("Bland-Altman of square roots", () -> new BlandAltman(Pairs.of(roots(pairs.second()), roots(pairs.first()))),
                "sqrt(prediction) - sqrt(truth)"));
        metrics.add(Metric.points("mean absolute difference", MetricValue.redrawn(draws -> draws.of(scores,
                ScoreAgreement::distance)), "points"));
        metrics.add(Metric.share("differences of 5 points at most", near, scores.size(), near + " of " + scores.size()
                + " studies"));
        return new MetricSection(title, metrics);
    }

    /**
     * The six forms by their usual names.
     *
     * @param scores {@code [patient][reader]}
     */
    static List<Metric> forms(List<double[]> scores) {
        Function<IccForm, DoubleFunction<Estimate>> form = which -> confidence -> icc(scores).estimate(which, confidence);
        return List.of(
                Metric.ratio("ICC(1,1) one-way", form.apply(IccForm.ONE_WAY), ""),
                Metric.ratio("ICC(2,1) agreement", form.apply(IccForm.AGREEMENT), ""),
                Metric.ratio("ICC(3,1) consistency", form.apply(IccForm.CONSISTENCY), ""),
                Metric.ratio("ICC(1,k)", form.apply(IccForm.ONE_WAY_MEAN), ""),
                Metric.ratio("ICC(2,k)", form.apply(IccForm.AGREEMENT_MEAN), ""),
                Metric.ratio("ICC(3,k)", form.apply(IccForm.CONSISTENCY_MEAN), ""));
    }

    /**
     * ICC(2,1).
     *
     * @param scores {@code [patient][reader]}
     */
    static Estimate agreement(List<double[]> scores, double confidence) {
        return icc(scores).estimate(IccForm.AGREEMENT, confidence);
    }

    /** Bias, limits and spread. */
    static List<Metric> limits(String name, Supplier<BlandAltman> differences, String basis) {
        return List.of(
                Metric.points(name + " bias", confidence -> differences.get().bias(confidence), basis),
                Metric.points(name + " lower limit", confidence -> differences.get().lowerLimit(LIMITS, confidence), "bias - 1.96 SD"),
                Metric.points(name + " upper limit", confidence -> differences.get().upperLimit(LIMITS, confidence), "bias + 1.96 SD"),
                Metric.points(name + " SD", confidence -> differences.get().sd(confidence), "of the differences"));
    }

    private static double[] roots(double[] values) {
        double[] roots = new double[values.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(values[i]);
        }
        return roots;
    }

    private static IntraclassCorrelation icc(List<double[]> scores) {
        return new IntraclassCorrelation(Readings.of(scores.toArray(new double[0][])));
    }

    private static double spearman(List<double[]> scores) {
        return Correlation.spearman(pairs(scores), Estimate.CONFIDENCE).value();
    }

    /** First and second of each. */
    static Pairs pairs(List<double[]> scores) {
        return Pairs.of(scores.stream().mapToDouble(pair -> pair[0]).toArray(), scores.stream().mapToDouble(pair -> pair[1]).toArray());
    }

    private static double distance(List<double[]> scores) {
        return scores.stream().mapToDouble(pair -> Math.abs(pair[1] - pair[0])).average().orElse(Double.NaN);
    }
}
