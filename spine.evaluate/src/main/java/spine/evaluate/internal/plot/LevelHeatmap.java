package spine.evaluate.internal.plot;

import java.util.List;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.MetricValue;

/** Sensitivity and specificity of each level as two rows of fields. */
public final class LevelHeatmap {
    private static final double LABEL = 96;
    private static final double CELL = 41;
    private static final double ROW = 34;

    private LevelHeatmap() {
    }

    /**
     * One level.
     *
     * @param name such as {@code T6/7}
     * @param positives units above 0 in truth
     * @param sensitivity among them
     * @param specificity among the others
     */
    public record Level(String name, long positives, MetricValue sensitivity, MetricValue specificity) {
    }

    public static String of(List<Level> levels) {
        PlotCanvas svg = new PlotCanvas("levels", LABEL + CELL * levels.size() + 4, 3 * ROW + 24, "Sensitivity and specificity by level",
                "The values are in the section Level of evaluation.csv.");
        svg.text(LABEL - 8, 24 + ROW / 2 + 4, "tick end", "sensitivity").text(LABEL - 8, 24 + 1.5 * ROW + 4, "tick end", "specificity")
                .text(LABEL - 8, 24 + 2.5 * ROW + 4, "tick end", "units above 0");
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            double x = LABEL + i * CELL;
            svg.text(x + CELL / 2, 15, "small middle", level.name);
            cell(svg, x, 24, level.sensitivity.value());
            cell(svg, x, 24 + ROW, level.specificity.value());
            svg.text(x + CELL / 2, 24 + 2.5 * ROW + 4, "tick middle", Long.toString(level.positives));
        }
        return svg.markup();
    }

    private static void cell(PlotCanvas svg, double x, double y, double value) {
        boolean known = Double.isFinite(value);
        svg.rectangle(x + 1, y + 1, CELL - 2, ROW - 2, "empty");
        if (known) {
            // The square makes the differences between high values visible.
            svg.shade(x + 1, y + 1, CELL - 2, ROW - 2, "heat", value * value);
        }
        svg.text(x + CELL / 2, y + ROW / 2 + 4, known && value > 0.75 ? "cell light middle" : "cell middle",
                known ? Decimals.fixed(100 * value, 0, "-") : "\u2013");
    }
}
