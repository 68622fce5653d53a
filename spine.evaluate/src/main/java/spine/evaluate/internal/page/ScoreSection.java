package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.ScatterPlot;

/** One total: scatter, Bland-Altman and all metrics of agreement. */
final class ScoreSection {

    private ScoreSection() {
    }

    static String html(Evaluation evaluation, String total) {
        List<double[]> scores = ScoreTotals.of(evaluation.cohort().pairs(), total);
        MetricSection metrics = evaluation.section("Score " + total);
        String line = metrics.metric("Bland-Altman bias").basis();
        return Html.section("score-" + total, "Score " + total, "<div class=\"plots\">"
                + Html.figure(ScatterPlot.of(total, scores, value(metrics, "Pearson r") + ", " + value(metrics, "ICC(2,1) agreement") + ", "
                        + scores.size() + " studies."), "Prediction against truth, one dot per study (larger where several lie on one spot). Dashed: both are the same.")
                + Html.figure(BlandAltmanPlot.of(total, scores, value(metrics, "Bland-Altman bias") + ", " + value(metrics, "Bland-Altman lower limit")
                        + ", " + value(metrics, "Bland-Altman upper limit") + ", " + line + "."),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals.")
                + "</div>\n" + Html.table(metrics));
    }

    private static String value(MetricSection metrics, String name) {
        return name + " " + Html.number(metrics.metric(name).estimate().value(), metrics.metric(name).decimals());
    }
}
