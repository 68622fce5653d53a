package spine.evaluate.internal.page;

import java.util.List;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.ScoreTotals;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.ScatterPlot;
import spine.evaluate.internal.plot.ScorePair;

/** One total: scatter, Bland-Altman and all metrics of agreement. */
record ScoreSection(String total, List<PlotFigure> plots, MetricTable table) {

    static ScoreSection of(Evaluation evaluation, String total) {
        List<double[]> scores = ScoreTotals.of(evaluation.cohort().pairs(), total);
        String title = "Score " + total;
        MetricSection metrics = evaluation.section(title);
        String scatter = MetricNumbers.words(metrics, "Pearson r", "ICC(2,1) agreement") + ", " + scores.size() + " studies.";
        String differences = MetricNumbers.words(metrics, "Bland-Altman bias", "Bland-Altman lower limit", "Bland-Altman upper limit")
                + ", " + metrics.metric("Bland-Altman bias").basis() + ".";
        return new ScoreSection(total, List.of(
                new PlotFigure(ScatterPlot.of(ScorePair.ofTruth(total), scores, scatter),
                        "Prediction against truth, one dot per study (larger where several coincide). Dashed: line of identity."),
                new PlotFigure(BlandAltmanPlot.of(ScorePair.ofTruth(total), scores, differences),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals.")),
                MetricTable.of(evaluation, title));
    }
}
