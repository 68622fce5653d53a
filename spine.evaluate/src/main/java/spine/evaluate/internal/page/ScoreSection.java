package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.ScatterPlot;

/** One total: scatter, Bland-Altman and all metrics of agreement. */
record ScoreSection(String total, List<PlotFigure> plots, MetricTable table) {

    static ScoreSection of(Evaluation evaluation, String total) {
        List<double[]> scores = ScoreTotals.of(evaluation.cohort().pairs(), total);
        String title = "Score " + total;
        MetricSection metrics = evaluation.section(title);
        String scatter = value(metrics, "Pearson r") + ", " + value(metrics, "ICC(2,1) agreement") + ", " + scores.size() + " studies.";
        String differences = value(metrics, "Bland-Altman bias") + ", " + value(metrics, "Bland-Altman lower limit") + ", "
                + value(metrics, "Bland-Altman upper limit") + ", " + metrics.metric("Bland-Altman bias").basis() + ".";
        return new ScoreSection(total, List.of(
                new PlotFigure(ScatterPlot.of(total, scores, scatter),
                        "Prediction against truth, one dot per study (larger where several lie on one spot). Dashed: both are the same."),
                new PlotFigure(BlandAltmanPlot.of(total, scores, differences),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals.")),
                MetricTable.of(evaluation, title));
    }

    private static String value(MetricSection metrics, String name) {
        return name + " " + MetricNumbers.fixed(metrics.metric(name).estimate().value(), metrics.metric(name).decimals());
    }
}
