package spine.evaluate.internal.plot;

import java.util.List;
import spine.agreement.decision.CalibrationCurve;
import spine.common.text.Decimals;

/** Observed frequency against predicted confidence (reliability diagram). */
public final class CalibrationPlot {
    private static final double SIZE = 400;

    private CalibrationPlot() {
    }

    /**
     * @param id unique on the page
     * @param title what is compared
     * @param confidence what the horizontal axis is
     * @param right what the vertical axis is
     */
    public static String of(String id, String title, String confidence, String right, List<CalibrationCurve.Bin> bins) {
        Axes axes = new Axes(new LinearScale(0, 1, Axes.LEFT, SIZE - Axes.RIGHT), new LinearScale(0, 1, SIZE - Axes.BOTTOM, Axes.TOP));
        StringBuilder words = new StringBuilder(confidence + ", " + right + ", number:");
        bins.forEach(bin -> words.append(' ').append(words(bin)).append(';'));
        PlotCanvas svg = new PlotCanvas(id, SIZE, SIZE, title, words.toString());
        axes.draw(svg, confidence, right);
        svg.line(axes.x().at(0), axes.y().at(0), axes.x().at(1), axes.y().at(1), "guide");
        long most = bins.stream().mapToLong(CalibrationCurve.Bin::count).max().orElse(1);
        for (CalibrationCurve.Bin bin : bins) {
            double x = axes.x().at(bin.confidence());
            bin.right().interval().ifPresent(ends -> svg.line(x, axes.y().at(ends.lower()), x, axes.y().at(ends.upper()), "whisker"));
            svg.circle(x, axes.y().at(bin.right().value()), 4 + 6 * Math.sqrt((double) bin.count() / most), "dot", words(bin));
        }
        return svg.markup();
    }

    private static String words(CalibrationCurve.Bin bin) {
        return Decimals.fixed(bin.confidence(), 2, "-") + ", " + Decimals.fixed(bin.right().value(), 2, "-") + ", " + bin.count();
    }
}
