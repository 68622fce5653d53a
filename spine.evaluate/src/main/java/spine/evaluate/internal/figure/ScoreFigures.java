package spine.evaluate.internal.figure;

import java.util.ArrayList;
import java.util.List;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.stats.Correlation;
import spine.evaluate.internal.stats.Estimate;
import spine.evaluate.internal.stats.IntraclassCorrelation;

/** Agreement of two columns of scores. */
final class ScoreFigures {

    private ScoreFigures() {
    }

    /** @param scores {@code {truth, prediction}} per patient */
    static Section of(String title, List<double[]> scores) {
        double[] truth = scores.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] prediction = scores.stream().mapToDouble(pair -> pair[1]).toArray();
        BlandAltman differences = BlandAltman.of(prediction, truth);
        List<double[]> scoring = scores.stream().filter(pair -> pair[0] > 0 || pair[1] > 0).toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.share("Pearson r", Correlation.pearson(truth, prediction), "n = " + scores.size()));
        figures.addAll(forms(IntraclassCorrelation.of(scores.toArray(new double[0][]))));
        figures.add(Figure.share("ICC(2,1), patients redrawn", Bootstrap.of(scores, ScoreFigures::agreement)));
        figures.add(Figure.share("ICC(2,1) without studies both call 0",
                IntraclassCorrelation.of(scoring.toArray(new double[0][])).agreement(), "n = " + scoring.size()));
        figures.add(Figure.share("Lin concordance", Estimate.of(Correlation.concordance(truth, prediction))));
        figures.add(new Figure("Bland-Altman bias [limits]", differences.limits(), 2, "prediction - truth"));
        figures.add(new Figure("Bland-Altman SD", Estimate.of(differences.sd()), 2, ""));
        return new Section(title, figures);
    }

    /** The six forms by their usual names. */
    static List<Figure> forms(IntraclassCorrelation icc) {
        return List.of(
                Figure.share("ICC(1,1) one-way", icc.oneWay()),
                Figure.share("ICC(2,1) agreement", icc.agreement()),
                Figure.share("ICC(3,1) consistency", icc.consistency()),
                Figure.share("ICC(1,k)", icc.oneWayMean()),
                Figure.share("ICC(2,k)", icc.agreementMean()),
                Figure.share("ICC(3,k)", icc.consistencyMean()));
    }

    private static double agreement(List<double[]> scores) {
        return IntraclassCorrelation.of(scores.toArray(new double[0][])).agreement().value();
    }
}
