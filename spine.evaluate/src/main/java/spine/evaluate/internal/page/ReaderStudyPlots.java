package spine.evaluate.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import spine.agreement.Pairs;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.CumulativePlot;
import spine.evaluate.internal.plot.ForestPlot;
import spine.evaluate.internal.plot.ScatterPlot;
import spine.evaluate.internal.plot.ScorePair;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.RaterPair;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.readerstudy.RaterTable;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;
import spine.evaluate.internal.readerstudy.Scores;

/** The plots of a study of readers. */
final class ReaderStudyPlots {
    private static final String ICC = "ICC(2,1)";

    private final ReaderStudyResult result;
    private final RatedStudies studies;

    ReaderStudyPlots(ReaderStudyResult result) {
        this.result = result;
        this.studies = result.studies();
    }

    /** The ICC of every pair, of both totals beside each other. */
    PlotFigure agreements() {
        List<String> totals = Arrays.stream(Total.values()).filter(studies::has).map(Total::label).toList();
        List<ForestPlot.Row> rows = new ArrayList<>();
        for (String kind : List.of("pipeline", "readers", "sittings")) {
            List<RaterTable> tables = totals.stream().flatMap(total -> result.table(kind + "-" + total).stream()).toList();
            if (tables.size() == totals.size()) {
                rows.add(new ForestPlot.Row(switch (kind) {
                    case "pipeline" -> "Pipeline";
                    case "readers" -> "Readers among themselves";
                    default -> "Readers with themselves";
                }, 0, true, List.of()));
                for (MetricSection row : tables.get(0).rows()) {
                    rows.add(new ForestPlot.Row(row.title().replaceFirst("^pipeline ", ""), studies.first().size(), false,
                            tables.stream().map(table -> table.row(row.title()).metric(ICC).estimate()).toList()));
                }
            }
        }
        List<MetricValue> among = totals.stream().map(total -> result.table("readers-" + total)
                .map(table -> table.row("median of pairs").metric(ICC).estimate()).orElse(MetricValue.of(Double.NaN))).toList();
        return new PlotFigure(ForestPlot.of("agreements", "ICC(2,1) of every pair", "The values are in the tables below.",
                totals.stream().map(total -> ICC + ", " + total).toList(), among, rows),
                "Absolute agreement with the number of patients; whiskers are 95 % intervals"
                        + (studies.readers().size() > 1 ? ", the dashed line is the median of the pairs of readers" : "")
                        + "; what lies below 0 is drawn at 0, in red.");
    }

    /** Pipeline against the mean of readers, or the only one: scatter and Bland-Altman. */
    List<PlotFigure> pipeline(Total total) {
        Rater other = studies.mean();
        List<double[]> scores = scores(studies.pipeline(), other, total);
        MetricSection figures = result.table("pipeline-" + total.label()).orElseThrow()
                .row(new RaterPair(studies.pipeline(), other).name());
        ScorePair pair = new ScorePair(total.label(), total.label(), other.name(), "pipeline");
        return List.of(new PlotFigure(ScatterPlot.of(pair, scores, MetricNumbers.words(figures, "Pearson r", ICC) + "."),
                "One dot per patient (larger where several coincide). Dashed: line of identity."),
                new PlotFigure(BlandAltmanPlot.of(pair, scores, MetricNumbers.words(figures, "bias", "lower limit", "upper limit") + "."),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals."));
    }

    /** Pipeline against each reader: Bland-Altman. */
    List<PlotFigure> eachReader(Total total) {
        List<PlotFigure> plots = new ArrayList<>();
        for (int i = 0; i < studies.readers().size() && studies.readers().size() > 1; i++) {
            Rater reader = studies.readers().get(i);
            plots.add(new PlotFigure(BlandAltmanPlot.of(new ScorePair(total.label() + "-reader-" + i, total.label(), reader.name(),
                    "pipeline"), scores(studies.pipeline(), reader, total), "Pipeline and " + reader.name() + "."),
                    "Pipeline and " + reader.name() + "."));
        }
        return plots;
    }

    PlotFigure status(Total total) {
        return new PlotFigure(CumulativePlot.of("status-" + total.label(), "Cumulative probability of " + total.label(), total.label(),
                curves(rater -> Scores.of(rater, studies.first(), total)), "A curve for each rater; the values are in ratings.csv."),
                "Cumulative probability of the score at the first time point, by rater.");
    }

    PlotFigure change(Total total) {
        return new PlotFigure(CumulativePlot.of("change-" + total.label(), "Cumulative probability of the change of " + total.label(),
                "change of " + total.label(), curves(rater -> Scores.changes(rater, studies.followed(), total)),
                "A curve for each rater; the values follow from ratings.csv."),
                "Cumulative probability of the change from the first to the last time point, by rater; below 0 the score has fallen.");
    }

    /** Changes by the pipeline against those by the mean of readers. */
    PlotFigure changes(Total total) {
        Rater other = studies.mean();
        Pairs pairs = Scores.changes(new RaterPair(other, studies.pipeline()), studies.followed(), total);
        return new PlotFigure(BlandAltmanPlot.of(new ScorePair("change-" + total.label(), "change of " + total.label(), other.name(),
                "pipeline"), joined(pairs), "Change by pipeline and " + other.name() + "."),
                "Change: Bland-Altman of pipeline and " + other.name() + ".");
    }

    private List<CumulativePlot.Curve> curves(Function<Rater, double[]> values) {
        List<Rater> raters = new ArrayList<>(List.of(studies.pipeline()));
        raters.addAll(studies.readers());
        studies.truth().ifPresent(raters::add);
        return raters.stream().map(rater -> new CumulativePlot.Curve(rater.name(), values.apply(rater))).toList();
    }

    /** {@code {second, first}}: what the plots put on their axes. */
    private List<double[]> scores(Rater first, Rater second, Total total) {
        return joined(Scores.pairs(new RaterPair(second, first), studies.first(), total));
    }

    private static List<double[]> joined(Pairs pairs) {
        List<double[]> joined = new ArrayList<>();
        double[] first = pairs.first();
        double[] second = pairs.second();
        for (int i = 0; i < first.length; i++) {
            joined.add(new double[] {first[i], second[i]});
        }
        return joined;
    }
}
