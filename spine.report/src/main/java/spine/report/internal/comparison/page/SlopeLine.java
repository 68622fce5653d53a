package spine.report.internal.comparison.page;

import java.util.List;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** The score of a unit over time as a small line for a table. */
final class SlopeLine {
    private static final double WIDTH = 72;
    private static final double HEIGHT = 24;

    private SlopeLine() {
    }

    /**
     * @param values one per time point; NaN interrupts the line
     * @param highest value at the upper edge
     */
    static String svg(List<Double> values, double highest, ChangeStyle style) {
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));
        svg.open("svg").with("class", "slope " + style.style()).with("viewBox", "0 0 72 24").with("aria-hidden", "true");
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isNaN(value)) {
                path.append(drawing ? "L" : "M").append(svg.number(x(i, values.size()))).append(' ').append(svg.number(y(value, highest)));
            }
            drawing = !Double.isNaN(value);
        }
        svg.open("path").with("d", path.toString()).close();
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                svg.open("circle").with("cx", x(i, values.size())).with("cy", y(values.get(i), highest))
                        .with("r", values.size() > 6 ? 1.6 : 2.6).close();
            }
        }
        return svg.close().toString();
    }

    private static double x(int i, int count) {
        return 4 + (WIDTH - 8) * i / (count - 1);
    }

    private static double y(double value, double highest) {
        return HEIGHT - 4 - (HEIGHT - 8) * value / highest;
    }
}
