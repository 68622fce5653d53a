package spine.evaluate.internal.plot;

import java.util.List;
import spine.common.text.Decimals;
import spine.evaluate.internal.stats.BlandAltman;
import spine.evaluate.internal.stats.Estimate;

/** Difference against mean, with bias, limits of agreement and their intervals. */
public final class BlandAltmanPlot {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 400;
    /** Room for the numbers of the lines. */
    private static final double MARGIN = 74;

    private BlandAltmanPlot() {
    }

    /**
     * @param total name of the score
     * @param scores {@code {truth, prediction}}
     * @param words what the plot shows
     */
    public static String of(String total, List<double[]> scores, String words) {
        BlandAltman differences = BlandAltman.of(scores.stream().mapToDouble(pair -> pair[1]).toArray(),
                scores.stream().mapToDouble(pair -> pair[0]).toArray());
        List<double[]> points = scores.stream().map(pair -> new double[] {(pair[0] + pair[1]) / 2, pair[1] - pair[0]}).toList();
        List<Estimate> lines = List.of(differences.upperLimit(), differences.bias(), differences.lowerLimit());
        double far = points.stream().mapToDouble(point -> Math.abs(point[1])).max().orElse(1);
        for (Estimate line : lines) {
            far = line.bounded() ? Math.max(far, Math.max(Math.abs(line.lower()), Math.abs(line.upper()))) : far;
        }
        double highest = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        Axes axes = new Axes(LinearScale.around(0, highest, Axes.LEFT, WIDTH - MARGIN),
                LinearScale.around(-far, far, HEIGHT - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("difference-" + total, WIDTH, HEIGHT, total + ": Bland-Altman", words);
        for (Estimate line : lines) {
            if (line.bounded()) {
                svg.rectangle(axes.x().from(), axes.y().at(line.upper()), axes.x().to() - axes.x().from(),
                        axes.y().at(line.lower()) - axes.y().at(line.upper()), "band");
            }
        }
        axes.draw(svg, "mean of truth and prediction", "prediction \u2212 truth");
        for (int i = 0; i < lines.size(); i++) {
            double y = axes.y().at(lines.get(i).value());
            if (Double.isFinite(y)) {
                svg.line(axes.x().from(), y, axes.x().to(), y, i == 1 ? "level" : "level dashed");
                svg.text(axes.x().to() + 5, y - 2, "small start", List.of("+1.96 SD", "bias", "\u22121.96 SD").get(i));
                svg.text(axes.x().to() + 5, y + 11, "small strong start",
                        Decimals.fixed(lines.get(i).value(), 2, "-").replace('-', '\u2212'));
            }
        }
        ScatterPoints.draw(svg, axes, points);
        return svg.markup();
    }
}
