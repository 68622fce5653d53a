package spine.evaluate.internal.plot;

import java.util.List;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.MetricValue;

/** Metrics of groups or raters below each other, each with its interval; a vertical line marks the one that they are compared with. */
public final class ForestPlot {
    private static final double LABEL = 240;
    private static final double PANEL = 190;
    private static final double GAP = 62;
    private static final double ROW = 21;
    private static final double TOP = 40;

    private ForestPlot() {
    }

    /**
     * @param name what the studies have in common
     * @param studies how many
     * @param heading whether the row begins a new way of splitting: then {@code name} is its name, without metrics
     * @param metrics one per panel, 0 to 1
     */
    public record Row(String name, long studies, boolean heading, List<MetricValue> metrics) {
    }

    /**
     * @param id unique on the page
     * @param words what the plot shows
     * @param all metrics to compare with, one per panel
     */
    public static String of(String id, String title, String words, List<String> panels, List<MetricValue> all, List<Row> rows) {
        double bottom = TOP + ROW * rows.size() + 6;
        PlotCanvas svg = new PlotCanvas(id, LABEL + panels.size() * (PANEL + GAP), bottom + 26, title, words);
        for (int p = 0; p < panels.size(); p++) {
            LinearScale x = panel(p);
            svg.text((x.from() + x.to()) / 2, 18, "name middle", panels.get(p));
            for (double mark : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                svg.line(x.at(mark), TOP - 8, x.at(mark), bottom, "grid");
                svg.text(x.at(mark), bottom + 16, "tick middle", Decimals.atMost(mark, 2, ""));
            }
            if (Double.isFinite(all.get(p).value())) {
                double at = x.at(inside(all.get(p).value()));
                svg.line(at, TOP - 8, at, bottom, "level dashed");
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            row(svg, rows.get(r), TOP + ROW * r + ROW / 2);
        }
        return svg.markup();
    }

    private static void row(PlotCanvas svg, Row row, double y) {
        if (row.heading) {
            svg.text(0, y + 4, "name start", row.name);
            return;
        }
        svg.text(14, y + 4, "tick start", row.name + " (" + row.studies + ")");
        for (int p = 0; p < row.metrics.size(); p++) {
            MetricValue metric = row.metrics.get(p);
            LinearScale x = panel(p);
            if (!Double.isFinite(metric.value())) {
                svg.text(x.to() + 8, y + 4, "small start", "\u2013");
                continue;
            }
            if (metric.bounded()) {
                svg.line(x.at(inside(metric.lower())), y, x.at(inside(metric.upper())), y, "whisker");
            }
            svg.rectangle(x.at(inside(metric.value())) - 4, y - 4, 8, 8, metric.value() < 0 ? "mark beyond" : "mark");
            svg.text(x.to() + 8, y + 4, "small start", Decimals.fixed(metric.value(), 2, "-").replace('-', '\u2212'));
        }
    }

    private static LinearScale panel(int index) {
        double from = LABEL + index * (PANEL + GAP);
        return new LinearScale(0, 1, from, from + PANEL);
    }

    private static double inside(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
