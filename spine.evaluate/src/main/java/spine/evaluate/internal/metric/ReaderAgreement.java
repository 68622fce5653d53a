package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.category.CategoryCounts;
import spine.agreement.category.CategoryWeights;
import spine.agreement.category.FleissKappa;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.Correlation;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.SmallestDetectableChange;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;

/** Agreement of several readers of the same patients: all together, then pair by pair. */
public final class ReaderAgreement {
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;

    private ReaderAgreement() {
    }

    /**
     * @param readers names, at least two
     * @param scores {@code [patient][reader]}
     */
    public static List<MetricSection> of(List<String> readers, double[][] scores) {
        List<MetricSection> sections = new ArrayList<>();
        List<Metric> together = new ArrayList<>(List.of(Metric.count("patients", scores.length, "scored by all"),
                Metric.count("readers", readers.size(), "")));
        together.addAll(ScoreAgreement.forms(List.of(scores)));
        List<double[]> scoring = Arrays.stream(scores).filter(patient -> Arrays.stream(patient).anyMatch(score -> score > 0)).toList();
        together.add(Metric.ratio("ICC(2,1) without patients all call 0", () -> ScoreAgreement.agreement(scoring),
                "n = " + scoring.size()));
        together.add(Metric.ratio("Fleiss kappa (score 2 or more)", () -> FleissKappa.of(CategoryCounts.of(votes(scores)),
                CategoryWeights.unweighted(2), MetricValue.CONFIDENCE), ""));
        sections.add(new MetricSection("All readers", together));
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                sections.add(pair(readers.get(first) + " and " + readers.get(second), column(scores, first), column(scores, second)));
            }
        }
        return sections;
    }

    private static MetricSection pair(String title, double[] first, double[] second) {
        ConfusionMatrix counts = ConfusionMatrix.NONE;
        List<double[]> both = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            counts = counts.with(first[i] >= POSITIVE_FROM, second[i] >= POSITIVE_FROM);
            both.add(new double[] {first[i], second[i]});
        }
        ConfusionMatrix positive = counts;
        Pairs pairs = ScoreAgreement.pairs(both);
        List<Metric> metrics = new ArrayList<>(List.of(
                Metric.ratio("Pearson r", () -> Correlation.pearson(pairs, MetricValue.CONFIDENCE), "n = " + first.length),
                Metric.ratio("Spearman rho", () -> Correlation.spearman(pairs, MetricValue.CONFIDENCE), "")));
        metrics.addAll(ScoreAgreement.forms(both));
        metrics.add(Metric.ratio("Lin concordance", () -> Correlation.concordance(pairs, MetricValue.CONFIDENCE), ""));
        metrics.addAll(ScoreAgreement.limits("Bland-Altman", () -> new BlandAltman(pairs), "first - second"));
        Supplier<Estimate> sem = () -> MeasurementError.ofPairs(pairs, MetricValue.CONFIDENCE);
        metrics.add(Metric.points("standard error of measurement", sem, "SD of the differences / sqrt(2)"));
        metrics.add(Metric.points("smallest detectable change (de Vet)", () -> SmallestDetectableChange.ofError(sem.get()), "1.96 SD"));
        metrics.add(Metric.ratio("Cohen kappa (score 2 or more)", () -> positive.kappa(MetricValue.CONFIDENCE), ""));
        return new MetricSection(title, metrics);
    }

    private static int[][] votes(double[][] scores) {
        int[][] votes = new int[scores.length][2];
        for (int i = 0; i < scores.length; i++) {
            for (double score : scores[i]) {
                votes[i][score >= POSITIVE_FROM ? 1 : 0]++;
            }
        }
        return votes;
    }

    private static double[] column(double[][] scores, int reader) {
        double[] column = new double[scores.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = scores[i][reader];
        }
        return column;
    }
}
