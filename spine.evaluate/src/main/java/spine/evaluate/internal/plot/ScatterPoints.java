package spine.evaluate.internal.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.common.text.Decimals;

/** Points of which several may lie on one spot: the more, the larger. */
final class ScatterPoints {
    private static final double RADIUS = 4;

    private ScatterPoints() {
    }

    /** @param points {@code {x, y}} */
    static void draw(PlotCanvas svg, Axes axes, List<double[]> points) {
        Map<List<Double>, Integer> counts = new LinkedHashMap<>();
        points.forEach(point -> counts.merge(List.of(point[0], point[1]), 1, Integer::sum));
        counts.forEach((point, count) -> svg.circle(axes.x().at(point.get(0)), axes.y().at(point.get(1)), RADIUS * Math.sqrt(count),
                "dot", words(point, count)));
    }

    private static String words(List<Double> point, int count) {
        return Decimals.atMost(point.get(0), 2, "") + ", " + Decimals.atMost(point.get(1), 2, "")
                + (count == 1 ? "" : ": " + count + " studies");
    }
}
