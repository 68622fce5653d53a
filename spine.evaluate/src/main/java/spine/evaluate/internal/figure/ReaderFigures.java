package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.Confusion;
import spine.evaluate.internal.stats.Correlation;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.stats.IntraclassCorrelation;
import spine.evaluate.internal.stats.Kappa;

/** Agreement of several readers of the same patients: all together, then pair by pair. */
public final class ReaderFigures {
    /** Score from which a patient counts as inflamed (ABILITY-1). */
    private static final double POSITIVE_FROM = 2;

    private ReaderFigures() {
    }

    /**
     * @param readers names, at least two
     * @param scores {@code [patient][reader]}
     */
    public static List<Section> of(List<String> readers, double[][] scores) {
        List<Section> sections = new ArrayList<>();
        List<Figure> together = new ArrayList<>(List.of(Figure.count("patients", scores.length, "scored by all"),
                Figure.count("readers", readers.size(), "")));
        together.addAll(ScoreFigures.forms(IntraclassCorrelation.of(scores)));
        double[][] scoring = Arrays.stream(scores).filter(patient -> Arrays.stream(patient).anyMatch(score -> score > 0))
                .toArray(double[][]::new);
        together.add(Figure.share("ICC(2,1) without patients all call 0", IntraclassCorrelation.of(scoring).agreement(), "n = " + scoring.length));
        together.add(Figure.share("Fleiss kappa (score 2 or more)", Estimate.of(Kappa.fleiss(votes(scores))), ""));
        sections.add(new Section("All readers", together));
        for (int first = 0; first < readers.size(); first++) {
            for (int second = first + 1; second < readers.size(); second++) {
                sections.add(pair(readers.get(first) + " and " + readers.get(second), column(scores, first), column(scores, second)));
            }
        }
        return sections;
    }

    private static Section pair(String title, double[] first, double[] second) {
        BlandAltman differences = BlandAltman.of(first, second);
        Confusion positive = Confusion.NONE;
        double[][] both = new double[first.length][];
        for (int i = 0; i < first.length; i++) {
            positive = positive.with(first[i] >= POSITIVE_FROM, second[i] >= POSITIVE_FROM);
            both[i] = new double[] {first[i], second[i]};
        }
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.share("Pearson r", Correlation.pearson(first, second), "n = " + first.length),
                Figure.share("Spearman rho", Estimate.of(Correlation.spearman(first, second)), "")));
        figures.addAll(ScoreFigures.forms(IntraclassCorrelation.of(both)));
        figures.add(Figure.share("Lin concordance", Estimate.of(Correlation.concordance(first, second)), ""));
        figures.addAll(ScoreFigures.limits("Bland-Altman", differences, "first - second"));
        figures.add(Figure.points("standard error of measurement", Estimate.of(differences.sem()), "SD of the differences / root of 2"));
        figures.add(Figure.points("smallest detectable change (de Vet)", Estimate.of(differences.smallestDetectableChange()), "1.96 SD"));
        figures.add(Figure.share("Cohen kappa (score 2 or more)", Estimate.of(positive.kappa()), ""));
        return new Section(title, figures);
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
