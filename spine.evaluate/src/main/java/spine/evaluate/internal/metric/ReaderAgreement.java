package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.ConfusionMatrix;
import spine.evaluate.internal.stats.Correlation;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.stats.IntraclassCorrelation;
import spine.evaluate.internal.stats.Kappa;

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
        together.addAll(ScoreAgreement.forms(IntraclassCorrelation.of(scores)));
        double[][] scoring = Arrays.stream(scores).filter(patient -> Arrays.stream(patient).anyMatch(score -> score > 0))
                .toArray(double[][]::new);
        together.add(Metric.ratio("ICC(2,1) without patients all call 0", IntraclassCorrelation.of(scoring).agreement(),
                "n = " + scoring.length));
        together.add(Metric.ratio("Fleiss kappa (score 2 or more)", Estimate.of(Kappa.fleiss(votes(scores))), ""));
        sections.add(new MetricSection("All readers", together));
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                sections.add(pair(readers.get(first) + " and " + readers.get(second), column(scores, first), column(scores, second)));
            }
        }
        return sections;
    }

    private static MetricSection pair(String title, double[] first, double[] second) {
        BlandAltman differences = BlandAltman.of(first, second);
        ConfusionMatrix positive = ConfusionMatrix.NONE;
        double[][] both = new double[first.length][];
        for (int i = 0; i < first.length; i++) {
            positive = positive.with(first[i] >= POSITIVE_FROM, second[i] >= POSITIVE_FROM);
            both[i] = new double[] {first[i], second[i]};
        }
        List<Metric> metrics = new ArrayList<>(List.of(
                Metric.ratio("Pearson r", Correlation.pearson(first, second), "n = " + first.length),
                Metric.ratio("Spearman rho", Estimate.of(Correlation.spearman(first, second)), "")));
        metrics.addAll(ScoreAgreement.forms(IntraclassCorrelation.of(both)));
        metrics.add(Metric.ratio("Lin concordance", Estimate.of(Correlation.concordance(first, second)), ""));
        metrics.addAll(ScoreAgreement.limits("Bland-Altman", differences, "first - second"));
        metrics.add(Metric.points("standard error of measurement", Estimate.of(differences.sem()), "SD of the differences / sqrt(2)"));
        metrics.add(Metric.points("smallest detectable change (de Vet)", Estimate.of(differences.smallestDetectableChange()), "1.96 SD"));
        metrics.add(Metric.ratio("Cohen kappa (score 2 or more)", Estimate.of(positive.kappa()), ""));
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
