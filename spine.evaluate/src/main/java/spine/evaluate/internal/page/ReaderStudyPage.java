package spine.evaluate.internal.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.common.html.HtmlTemplate;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.readerstudy.PaperRow;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;

/**
 * What {@code reader-study.mustache} shows.
 *
 * @param css the style sheet
 * @param result all figures
 * @param remarks what is missing, and what else must be known
 * @param tiles the figures that are asked for first
 * @param paper the paper's figures beside ours
 * @param remarksOnPaper what is known of the paper's definitions, each sentence once
 * @param agreements the ICC of every pair
 * @param readersVerdict whether the readers agree as people do; empty if that cannot be told
 * @param sections plots and tables, by what they are about
 */
public record ReaderStudyPage(String css, ReaderStudyResult result, List<String> remarks, List<Tile> tiles, List<PaperLine> paper,
        List<String> remarksOnPaper, PlotFigure agreements, Optional<String> readersVerdict, List<ReaderStudySection> sections) {

    /** A figure of the paper beside ours. */
    record PaperLine(String figure, String paper, String ours, String interval, String compared, String basis) {

        static PaperLine of(PaperRow row) {
            Metric ours = row.ours();
            return new PaperLine(row.figure(), row.paper(), MetricNumbers.fixed(ours.estimate().value(), 2),
                    MetricNumbers.interval(ours.estimate(), 2), ours.name(), ours.estimate().undefined().isEmpty() ? ours.basis()
                            : ours.estimate().undefined());
        }
    }

    public static String html(ReaderStudyResult result) throws IOException {
        List<String> remarks = new ArrayList<>(result.gaps());
        remarks.addAll(result.studies().notes());
        return new HtmlTemplate(ReaderStudyPage.class, "reader-study").render(new ReaderStudyPage(EvaluationHtml.css(), result, remarks,
                tiles(result), result.paper().stream().map(PaperLine::of).toList(),
                result.paper().stream().map(PaperRow::remark).distinct().toList(), new ReaderStudyPlots(result).agreements(),
                result.amongReaders().map(ReaderStudyPage::verdict), ReaderStudySection.all(result)));
    }

    private static List<Tile> tiles(ReaderStudyResult result) {
        List<Tile> tiles = new ArrayList<>();
        String score = result.studies().has(Total.SIX) ? Total.SIX.label() : Total.ALL.label();
        String readers = result.studies().mean().name();
        String consensus = result.studies().consensus().name();
        tile(result, "ICC of " + score + ", pipeline and " + readers, "pipeline-" + score, "pipeline and " + readers, "ICC(2,1)", tiles);
        tile(result, "ICC of " + score + " among readers", "readers-" + score, "median of pairs", "ICC(2,1)", tiles);
        tile(result, "Kappa of units, pipeline and " + consensus, "status-units", "pipeline and " + consensus, "kappa", tiles);
        tile(result, "ICC of change, pipeline and " + readers, "change-" + score, "pipeline and " + readers, "ICC(2,1)", tiles);
        return tiles;
    }

    private static void tile(ReaderStudyResult result, String name, String table, String row, String figure, List<Tile> tiles) {
        result.table(table).ifPresent(found -> {
            MetricValue value = found.row(row).metric(figure).estimate();
            tiles.add(new Tile(name, MetricNumbers.fixed(value.value(), 2), MetricNumbers.interval(value, 2)));
        });
    }

    private static String verdict(Metric among) {
        MetricValue median = among.estimate();
        if (Double.isNaN(median.value())) {
            return "These studies do not tell how well the readers agree with each other: " + median.undefined();
        }
        String interval = median.bounded() ? " (" + MetricNumbers.interval(median, 2) + ")" : "";
        return "The median ICC(2,1) of total6 among pairs of readers is " + MetricNumbers.fixed(median.value(), 2) + interval + "; "
                + (ReaderStudyResult.asPeople(among) ? "it lies" : "it does not lie") + " between 0.75 and 0.85, where readers of SPARCC"
                + " are reported (0.79 and 0.82 between two sites, Maksymowych et al. 2005).";
    }

    /** Whether neither patients nor readers are people. */
    boolean synthetic() {
        return result.synthetic();
    }

    String origin() {
        return result.origin();
    }

    List<String> madeBy() {
        return result.madeBy();
    }

    List<String> researchUse() {
        return result.researchUse();
    }

    List<String> leftOut() {
        return result.studies().leftOut();
    }

    String readers() {
        return String.join(", ", result.studies().readers().stream().map(Rater::name).toList());
    }

    int patients() {
        return result.studies().first().size();
    }

    int scored() {
        return result.studies().visits().size();
    }

    int followed() {
        return result.studies().followed().size();
    }

    boolean timed() {
        return followed() > 0;
    }

    boolean told() {
        return !origin().isEmpty();
    }

    boolean incomplete() {
        return !leftOut().isEmpty();
    }

    boolean remarked() {
        return !remarks.isEmpty();
    }

    int draws() {
        return MetricValue.PATIENTS.draws();
    }

    long seed() {
        return MetricValue.PATIENTS.seed();
    }
}
