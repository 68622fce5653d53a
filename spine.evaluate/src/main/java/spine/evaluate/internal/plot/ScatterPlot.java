package spine.evaluate.internal.plot;

import java.util.List;

/** One score against another, with the line on which both are the same. */
public final class ScatterPlot {
    private static final double SIZE = 400;

    private ScatterPlot() {
    }

    /**
     * @param pair whose scores they are
     * @param scores {@code {first, second}}
     * @param words what the plot shows
     */
    public static String of(ScorePair pair, List<double[]> scores, String words) {
        double most = scores.stream().mapToDouble(each -> Math.max(each[0], each[1])).max().orElse(1);
        Axes axes = new Axes(LinearScale.around(0, most, Axes.LEFT, SIZE - Axes.RIGHT),
                LinearScale.around(0, most, SIZE - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("scatter-" + pair.id(), SIZE, SIZE, pair.title() + ": " + pair.second() + " against "
                + pair.first(),
                words);
        axes.draw(svg, pair.first(), pair.second());
        svg.line(axes.x().at(0), axes.y().at(0), axes.x().at(axes.x().high()), axes.y().at(axes.y().high()), "guide");
        ScatterPoints.draw(svg, axes, scores);
        return svg.markup();
    }
}
