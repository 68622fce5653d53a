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
    /** Between the words of two lines, pixels. */
    private static final double APART = 28;
    /** How far the axis goes beyond points and lines for the sake of the intervals; of two patients these are twenty times as wide. */
    private static final double BEYOND = 1.6;

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
        double shown = Math.max(1, points.stream().mapToDouble(point -> Math.abs(point[1])).max().orElse(1));
        double ends = 0;
        for (MetricValue line : lines) {
            shown = Double.isFinite(line.value()) ? Math.max(shown, Math.abs(line.value())) : shown;
            ends = line.bounded() ? Math.max(ends, Math.max(Math.abs(line.lower()), Math.abs(line.upper()))) : ends;
        }
        double far = Math.max(shown, Math.min(ends, BEYOND * shown));
        double least = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double most = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        Axes axes = new Axes(LinearScale.around(Math.min(0, least), Math.max(0, most), Axes.LEFT, WIDTH - MARGIN),
                LinearScale.around(-far, far, HEIGHT - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("difference-" + pair.id(), WIDTH, HEIGHT, pair.title() + ": Bland-Altman", words);
        for (MetricValue line : lines) {
            if (line.bounded()) {
                double top = axes.y().at(Math.min(line.upper(), axes.y().high()));
                svg.rectangle(axes.x().from(), top, axes.x().to() - axes.x().from(),
                        axes.y().at(Math.max(line.lower(), axes.y().low())) - top, "band");
            }
        }
        axes.draw(svg, "mean of " + pair.first() + " and " + pair.second(), pair.second() + " \u2212 " + pair.first());
        if (ends > axes.y().high()) {
            svg.text(axes.x().to() - 6, axes.y().to() + 14, "small end", "intervals reach beyond this axis");
        }
        double bias = axes.y().at(lines.get(1).value());
        line(svg, axes, lines.get(0), "+1.96 SD", "level dashed", Math.min(axes.y().at(lines.get(0).value()), bias - APART));
        line(svg, axes, lines.get(1), "bias", "level", bias);
        line(svg, axes, lines.get(2), "\u22121.96 SD", "level dashed", Math.max(axes.y().at(lines.get(2).value()), bias + APART));
        ScatterPoints.draw(svg, axes, points);
        return svg.markup();
    }

    /** @param words the pixel beside which they stand */
    private static void line(PlotCanvas svg, Axes axes, MetricValue line, String name, String style, double words) {
        if (Double.isFinite(line.value())) {
            double y = axes.y().at(line.value());
            svg.line(axes.x().from(), y, axes.x().to(), y, style);
            svg.text(axes.x().to() + 5, words - 2, "small start", name);
            svg.text(axes.x().to() + 5, words + 11, "small strong start", Decimals.fixed(line.value(), 2, "-").replace('-', '\u2212'));
        }
    }
}
