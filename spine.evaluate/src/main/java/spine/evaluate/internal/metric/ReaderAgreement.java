package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.Readings;
import spine.agreement.category.CategoryCounts;
import spine.agreement.category.CategoryWeights;
import spine.agreement.category.FleissKappa;
import spine.agreement.category.GwetAgreement;
import spine.agreement.category.KrippendorffAlpha;
import spine.agreement.category.Scale;
import spine.agreement.decision.ConfusionMatrix;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.Correlation;
import spine.agreement.score.MeasurementError;
import spine.agreement.score.ProportionalBias;
import spine.agreement.score.SmallestDetectableChange;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;

/** Agreement of several readers of the same patients: all together, then pair by pair. */
public final class ReaderAgreement {
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;
    /** Below it a p is not told. */
    private static final double LEAST_P = 0.001;

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
        together.add(Metric.ratio("ICC(2,1) without patients all call 0", confidence -> ScoreAgreement.agreement(scoring, confidence),
                "n = " + scoring.size()));
        CategoryCounts votes = CategoryCounts.of(votes(scores));
        together.add(Metric.ratio("Fleiss kappa (score 2 or more)", confidence -> FleissKappa.of(votes,
                CategoryWeights.unweighted(2), confidence), ""));
        together.add(Metric.ratio("Gwet AC1 (score 2 or more)", confidence -> GwetAgreement.ac1(votes, confidence), ""));
        together.add(Metric.ratio("Krippendorff alpha (interval)", MetricValue.redrawn(
                new KrippendorffAlpha(Readings.of(scores), Scale.INTERVAL)::estimate), ""));
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
                Metric.ratio("Pearson r", confidence -> Correlation.pearson(pairs, confidence), "n = " + first.length),
                Metric.ratio("Spearman rho", confidence -> Correlation.spearman(pairs, confidence), "")));
        metrics.addAll(ScoreAgreement.forms(both));
        metrics.add(Metric.ratio("Lin concordance", confidence -> Correlation.concordance(pairs, confidence), ""));
        metrics.addAll(ScoreAgreement.limits("Bland-Altman", () -> new BlandAltman(pairs), "first - second"));
        double p = MetricValue.orNaN(() -> ProportionalBias.of(pairs, Estimate.CONFIDENCE).p());
        metrics.add(Metric.points("proportional bias", confidence -> ProportionalBias.of(pairs, confidence).slope(),
                "slope of first - second on their mean, p "
                + (p < LEAST_P ? "below " + LEAST_P : "= " + Decimals.fixed(p, 3, "-"))));
        DoubleFunction<Estimate> sem = confidence -> MeasurementError.ofPairs(pairs, confidence);
        metrics.add(Metric.points("standard error of measurement", sem, "SD of the differences / sqrt(2)"));
        metrics.add(Metric.points("smallest detectable change (de Vet)",
                confidence -> SmallestDetectableChange.ofError(sem.apply(confidence)), "1.96 SD"));
        metrics.add(Metric.ratio("Cohen kappa (score 2 or more)", positive::kappa, ""));
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
