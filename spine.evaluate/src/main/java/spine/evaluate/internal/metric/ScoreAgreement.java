package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.stats.Correlation;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.stats.IntraclassCorrelation;
import spine.evaluate.internal.stats.Proportion;

/** Agreement of two columns of scores. */
final class ScoreAgreement {
    /** Minimal important change of the spine score (domain: 5.0 points). */
    private static final double IMPORTANT = 5;

    private ScoreAgreement() {
    }

    /** @param scores {@code {truth, prediction}} per patient */
    static MetricSection of(String title, List<double[]> scores) {
        double[] truth = scores.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] prediction = scores.stream().mapToDouble(pair -> pair[1]).toArray();
        List<double[]> scoring = scores.stream().filter(pair -> pair[0] > 0 || pair[1] > 0).toList();
        long near = scores.stream().filter(pair -> Math.abs(pair[1] - pair[0]) <= IMPORTANT).count();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.ratio("Pearson r", Correlation.pearson(truth, prediction), "n = " + scores.size()));
        metrics.add(Metric.ratio("Spearman rho", Bootstrap.of(scores, ScoreAgreement::spearman), "n = " + scores.size()));
        metrics.addAll(forms(IntraclassCorrelation.of(scores.toArray(new double[0][]))));
        metrics.add(Metric.ratio("ICC(2,1), patients redrawn", Bootstrap.of(scores, ScoreAgreement::agreement), "n = " + scores.size()));
        metrics.add(Metric.ratio("ICC(2,1) without studies both call 0",
                IntraclassCorrelation.of(scoring.toArray(new double[0][])).agreement(), "n = " + scoring.size()));
        metrics.add(Metric.ratio("Lin concordance", Estimate.of(Correlation.concordance(truth, prediction)), ""));
        metrics.addAll(limits("Bland-Altman", BlandAltman.of(prediction, truth), "prediction - truth"));
        metrics.addAll(limits("Bland-Altman of square roots", BlandAltman.of(roots(prediction), roots(truth)),
                "sqrt(prediction) - sqrt(truth)"));
        metrics.add(Metric.points("mean absolute difference", Bootstrap.of(scores, ScoreAgreement::distance), "points"));
        metrics.add(Metric.ratio("differences of 5 points at most", Proportion.of(near, scores.size()), near + " of " + scores.size()
                + " studies"));
        return new MetricSection(title, metrics);
    }

    /** The six forms by their usual names. */
    static List<Metric> forms(IntraclassCorrelation icc) {
        return List.of(
                Metric.ratio("ICC(1,1) one-way", icc.oneWay(), ""),
                Metric.ratio("ICC(2,1) agreement", icc.agreement(), ""),
                Metric.ratio("ICC(3,1) consistency", icc.consistency(), ""),
                Metric.ratio("ICC(1,k)", icc.oneWayMean(), ""),
                Metric.ratio("ICC(2,k)", icc.agreementMean(), ""),
                Metric.ratio("ICC(3,k)", icc.consistencyMean(), ""));
    }

    /** Bias, limits and spread. */
    static List<Metric> limits(String name, BlandAltman differences, String basis) {
        return List.of(
                Metric.points(name + " bias", differences.bias(), basis),
                Metric.points(name + " lower limit", differences.lowerLimit(), "bias - 1.96 SD"),
                Metric.points(name + " upper limit", differences.upperLimit(), "bias + 1.96 SD"),
                Metric.points(name + " SD", Estimate.of(differences.sd()), "of the differences"));
    }

    private static double[] roots(double[] values) {
        double[] roots = new double[values.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(values[i]);
        }
        return roots;
    }

    private static double agreement(List<double[]> scores) {
        return IntraclassCorrelation.of(scores.toArray(new double[0][])).agreement().value();
    }

    private static double spearman(List<double[]> scores) {
        return Correlation.spearman(scores.stream().mapToDouble(pair -> pair[0]).toArray(),
                scores.stream().mapToDouble(pair -> pair[1]).toArray());
    }

    private static double distance(List<double[]> scores) {
        return scores.stream().mapToDouble(pair -> Math.abs(pair[1] - pair[0])).average().orElse(Double.NaN);
    }
}
