package spine.evaluate.internal.plot;

import java.util.List;
import spine.agreement.decision.RocCurve;

/** ROC curves. */
public final class RocPlot {
    private static final double SIZE = 400;
    private static final List<String> STYLES = List.of("curve first", "curve second");

    private RocPlot() {
    }

    /**
     * A curve with its operating point.
     *
     * @param name with its area
     * @param points from (0, 0) to (1, 1), may be empty
     * @param falseAlarms of the working point
     * @param sensitivity of the working point
     */
    public record Curve(String name, List<RocCurve.Point> points, double falseAlarms, double sensitivity) {
    }

    /** @param curves two at most */
    public static String of(List<Curve> curves, String words) {
        Axes axes = new Axes(new LinearScale(0, 1, Axes.LEFT, SIZE - Axes.RIGHT), new LinearScale(0, 1, SIZE - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("roc", SIZE, SIZE, "ROC curves", words);
        axes.draw(svg, "1 \u2212 specificity", "sensitivity");
        svg.line(axes.x().at(0), axes.y().at(0), axes.x().at(1), axes.y().at(1), "guide");
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            svg.polyline(curve.points.stream()
                    .map(point -> new double[] {axes.x().at(point.falseAlarms()), axes.y().at(point.sensitivity())}).toList(),
                    STYLES.get(i));
            if (Double.isFinite(curve.falseAlarms) && Double.isFinite(curve.sensitivity)) {
                svg.circle(axes.x().at(curve.falseAlarms), axes.y().at(curve.sensitivity), 5, "working " + STYLES.get(i), curve.name);
            }
            double y = axes.y().at(0.06 + 0.07 * (curves.size() - 1 - i));
            svg.line(axes.x().at(0.36), y, axes.x().at(0.43), y, STYLES.get(i));
            svg.text(axes.x().at(0.45), y + 4, "small start", curve.name);
        }
        return svg.markup();
    }
}
