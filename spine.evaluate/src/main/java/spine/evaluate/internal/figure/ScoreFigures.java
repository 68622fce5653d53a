package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.List;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.stats.Correlation;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.stats.IntraclassCorrelation;
import spine.evaluate.internal.stats.Proportion;

/** Agreement of two columns of scores. */
final class ScoreFigures {
    /** Minimal important change of the spine score (domain: 5.0 points). */
    private static final double IMPORTANT = 5;

    private ScoreFigures() {
    }

    /** @param scores {@code {truth, prediction}} per patient */
    static Section of(String title, List<double[]> scores) {
        double[] truth = scores.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] prediction = scores.stream().mapToDouble(pair -> pair[1]).toArray();
        List<double[]> scoring = scores.stream().filter(pair -> pair[0] > 0 || pair[1] > 0).toList();
        long near = scores.stream().filter(pair -> Math.abs(pair[1] - pair[0]) <= IMPORTANT).count();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.share("Pearson r", Correlation.pearson(truth, prediction), "n = " + scores.size()));
        figures.add(Figure.share("Spearman rho", Bootstrap.of(scores, ScoreFigures::spearman), "n = " + scores.size()));
        figures.addAll(forms(IntraclassCorrelation.of(scores.toArray(new double[0][]))));
        figures.add(Figure.share("ICC(2,1), patients redrawn", Bootstrap.of(scores, ScoreFigures::agreement), "n = " + scores.size()));
        figures.add(Figure.share("ICC(2,1) without studies both call 0",
                IntraclassCorrelation.of(scoring.toArray(new double[0][])).agreement(), "n = " + scoring.size()));
        figures.add(Figure.share("Lin concordance", Estimate.of(Correlation.concordance(truth, prediction)), ""));
        figures.addAll(limits("Bland-Altman", BlandAltman.of(prediction, truth), "prediction - truth"));
        figures.addAll(limits("Bland-Altman of square roots", BlandAltman.of(roots(prediction), roots(truth)),
                "root of prediction - root of truth"));
        figures.add(Figure.points("mean absolute difference", Bootstrap.of(scores, ScoreFigures::distance), "points"));
        figures.add(Figure.share("differences of 5 points at most", Proportion.of(near, scores.size()), near + " of " + scores.size()
                + " studies"));
        return new Section(title, figures);
    }

    /** The six forms by their usual names. */
    static List<Figure> forms(IntraclassCorrelation icc) {
        return List.of(
                Figure.share("ICC(1,1) one-way", icc.oneWay(), ""),
                Figure.share("ICC(2,1) agreement", icc.agreement(), ""),
                Figure.share("ICC(3,1) consistency", icc.consistency(), ""),
                Figure.share("ICC(1,k)", icc.oneWayMean(), ""),
                Figure.share("ICC(2,k)", icc.agreementMean(), ""),
                Figure.share("ICC(3,k)", icc.consistencyMean(), ""));
    }

    /** Bias, limits and spread. */
    static List<Figure> limits(String name, BlandAltman differences, String basis) {
        return List.of(
                Figure.points(name + " bias", differences.bias(), basis),
                Figure.points(name + " lower limit", differences.lowerLimit(), "bias - 1.96 SD"),
                Figure.points(name + " upper limit", differences.upperLimit(), "bias + 1.96 SD"),
                Figure.points(name + " SD", Estimate.of(differences.sd()), "of the differences"));
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
