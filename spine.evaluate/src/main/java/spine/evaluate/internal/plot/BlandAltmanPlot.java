package spine.evaluate.internal.plot;

import java.util.List;
import java.util.function.Supplier;
import spine.agreement.Pairs;
import spine.agreement.score.BlandAltman;
import spine.agreement.score.LimitsInterval;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.MetricValue;

/** Difference against mean, with bias, limits of agreement and their intervals. */
public final class BlandAltmanPlot {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 400;
    /** Room for the numbers of the lines. */
    private static final double MARGIN = 74;

    private BlandAltmanPlot() {
    }

    /**
     * @param pair whose scores they are; the difference is second minus first
     * @param scores {@code {first, second}}
     * @param words what the plot shows
     */
    public static String of(ScorePair pair, List<double[]> scores, String words) {
        Supplier<BlandAltman> differences = () -> new BlandAltman(Pairs.of(scores.stream().mapToDouble(each -> each[1]).toArray(),
                scores.stream().mapToDouble(each -> each[0]).toArray()));
        List<double[]> points = scores.stream().map(each -> new double[] {(each[0] + each[1]) / 2, each[1] - each[0]}).toList();
        List<MetricValue> lines = List.of(
                MetricValue.of(confidence -> differences.get().upperLimit(LimitsInterval.EXACT, confidence)),
                MetricValue.of(confidence -> differences.get().bias(confidence)),
                MetricValue.of(confidence -> differences.get().lowerLimit(LimitsInterval.EXACT, confidence)));
        double far = points.stream().mapToDouble(point -> Math.abs(point[1])).max().orElse(1);
        for (MetricValue line : lines) {
            far = line.bounded() ? Math.max(far, Math.max(Math.abs(line.lower()), Math.abs(line.upper()))) : far;
        }
        double highest = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        Axes axes = new Axes(LinearScale.around(0, highest, Axes.LEFT, WIDTH - MARGIN),
                LinearScale.around(-far, far, HEIGHT - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("difference-" + pair.id(), WIDTH, HEIGHT, pair.title() + ": Bland-Altman", words);
        for (MetricValue line : lines) {
            if (line.bounded()) {
                svg.rectangle(axes.x().from(), axes.y().at(line.upper()), axes.x().to() - axes.x().from(),
                        axes.y().at(line.lower()) - axes.y().at(line.upper()), "band");
            }
        }
        axes.draw(svg, "mean of " + pair.first() + " and " + pair.second(), pair.second() + " \u2212 " + pair.first());
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
