package spine.evaluate.internal.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.common.html.HtmlTemplate;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.plot.BlandAltmanPlot;
import spine.evaluate.internal.plot.ScatterPlot;
import spine.evaluate.internal.plot.ScorePair;
import spine.evaluate.internal.table.ReaderTable;

/**
 * What {@code agreement.mustache} shows.
 *
 * @param css the style sheet
 * @param readers their names
 * @param patients number of patients whom all have scored
 * @param incomplete the others
 * @param together the metrics of all readers
 * @param pairs two readers each
 */
public record AgreementPage(String css, List<String> readers, int patients, List<String> incomplete, MetricTable together,
        List<Pair> pairs) {

    /**
     * Two readers.
     *
     * @param id in the page
     */
    record Pair(String id, String title, List<PlotFigure> plots, MetricTable table) {
    }

    /** @param sections of the agreement: all readers, then pair by pair */
    public static String html(ReaderTable table, List<MetricSection> sections) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < table.readers().size(); first++) {
            for (int second = first + 1; second < table.readers().size(); second++) {
                pairs.add(pair(table, first, second, sections.get(1 + pairs.size())));
            }
        }
        return new HtmlTemplate(AgreementPage.class, "agreement").render(new AgreementPage(EvaluationHtml.css(), table.readers(),
                table.patients().size(), table.incomplete(), MetricTable.of(sections.get(0)), pairs));
    }

    private static Pair pair(ReaderTable table, int first, int second, MetricSection metrics) {
        String id = "pair-" + (first + 1) + "-" + (second + 1);
        String one = table.readers().get(first);
        String other = table.readers().get(second);
        return new Pair(id, metrics.title(), List.of(
                new PlotFigure(ScatterPlot.of(new ScorePair(id, metrics.title(), one, other), scores(table, first, second),
                        MetricNumbers.words(metrics, "Pearson r", "ICC(2,1) agreement") + "."),
                        "One dot per patient (larger where several coincide). Dashed: line of identity."),
                // The first minus the second, as the metrics are.
                new PlotFigure(BlandAltmanPlot.of(new ScorePair(id, metrics.title(), other, one), scores(table, second, first),
                        MetricNumbers.words(metrics, "Bland-Altman bias", "Bland-Altman lower limit", "Bland-Altman upper limit") + "."),
                        "Bland-Altman: bias and 95 % limits of agreement; bands are their 95 % confidence intervals.")),
                MetricTable.of(metrics));
    }

    private static List<double[]> scores(ReaderTable table, int first, int second) {
        return Arrays.stream(table.scores()).map(patient -> new double[] {patient[first], patient[second]}).toList();
    }

    boolean partly() {
        return !incomplete.isEmpty();
    }
}
