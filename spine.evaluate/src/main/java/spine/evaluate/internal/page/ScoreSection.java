package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.ScatterPlot;

/** One total: scatter, Bland-Altman and all figures of agreement. */
final class ScoreSection {

    private ScoreSection() {
    }

    static String html(Evaluation evaluation, String total) {
        List<double[]> scores = ScoreTotals.of(evaluation.cohort().pairs(), total);
        MetricSection figures = evaluation.section("Score " + total);
        String line = figures.figure("Bland-Altman bias").basis();
        return Html.section("score-" + total, "Score " + total, "<div class=\"plots\">"
                + Html.figure(ScatterPlot.of(total, scores, value(figures, "Pearson r") + ", " + value(figures, "ICC(2,1) agreement") + ", "
                        + scores.size() + " studies."), "Prediction against truth, one dot per study (larger where several lie on one spot). Dashed: both are the same.")
                + Html.figure(BlandAltmanPlot.of(total, scores, value(figures, "Bland-Altman bias") + ", " + value(figures, "Bland-Altman lower limit")
                        + ", " + value(figures, "Bland-Altman upper limit") + ", " + line + "."),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals.")
                + "</div>\n" + Html.table(figures));
    }

    private static String value(MetricSection figures, String name) {
        return name + " " + Html.number(figures.figure(name).estimate().value(), figures.figure(name).decimals());
    }
}
