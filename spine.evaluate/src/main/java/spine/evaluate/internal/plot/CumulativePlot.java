package spine.evaluate.internal.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cumulative probability: every value of a sample above the share of values that are not higher (Landewe and van der Heijde, Arthritis
 * Rheum 2004;50:699-706). Samples that agree lie on one curve.
 */
public final class CumulativePlot {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 400;
    private static final int STYLES = 6;

    private CumulativePlot() {
    }

    /**
     * A sample.
     *
     * @param name for the legend
     * @param values not sorted; NaN is left out
     */
    public record Curve(String name, double[] values) {

        double[] sorted() {
            return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        }
    }

    /**
     * @param id unique on the page
     * @param axis what the values are
     * @param words what the plot shows
     */
    public static String of(String id, String title, String axis, List<Curve> curves, String words) {
        double least = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.sorted())).min().orElse(0);
        double most = curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.sorted())).max().orElse(1);
        Axes axes = new Axes(new LinearScale(0, 100, Axes.LEFT, WIDTH - Axes.RIGHT),
                LinearScale.around(Math.min(0, least), Math.max(0, most), HEIGHT - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas(id, WIDTH, HEIGHT, title, words);
        axes.draw(svg, "cumulative probability, %", axis);
        svg.line(axes.x().at(0), axes.y().at(0), axes.x().at(100), axes.y().at(0), "axis");
        for (int i = curves.size() - 1; i >= 0; i--) {
            double[] sorted = curves.get(i).sorted();
            List<double[]> points = new ArrayList<>();
            for (int rank = 0; rank < sorted.length; rank++) {
                points.add(new double[] {axes.x().at(100 * (rank + 0.5) / sorted.length), axes.y().at(sorted[rank])});
            }
            svg.polyline(points, style(i));
        }
        for (int i = 0; i < curves.size(); i++) {
            double y = Axes.TOP + 14 + 17 * i;
            svg.line(axes.x().from() + 12, y, axes.x().from() + 44, y, style(i));
            svg.text(axes.x().from() + 50, y + 4, "small start", curves.get(i).name);
        }
        return svg.markup();
    }

    private static String style(int curve) {
        return "curve sample-" + (curve % STYLES + 1);
    }
}
