package spine.evaluate.internal.plot;

import java.util.List;

/** Prediction against truth, with the line on which both are the same. */
public final class ScatterPlot {
    private static final double SIZE = 400;

    private ScatterPlot() {
    }

    /**
     * @param total name of the score
     * @param scores {@code {truth, prediction}}
     * @param words what the plot shows
     */
    public static String of(String total, List<double[]> scores, String words) {
        double most = scores.stream().mapToDouble(pair -> Math.max(pair[0], pair[1])).max().orElse(1);
        Axes axes = new Axes(LinearScale.around(0, most, Axes.LEFT, SIZE - Axes.RIGHT),
                LinearScale.around(0, most, SIZE - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("scatter-" + total, SIZE, SIZE, total + ": prediction against truth", words);
        axes.draw(svg, "truth", "prediction");
        svg.line(axes.x().at(0), axes.y().at(0), axes.x().at(axes.x().high()), axes.y().at(axes.y().high()), "guide");
        ScatterPoints.draw(svg, axes, scores);
        return svg.markup();
    }
}
