package spine.evaluate.internal.plot;

import spine.common.text.Decimals;

/**
 * Two axes with ticks and labels.
 *
 * @param x to the right
 * @param y upwards
 */
record Axes(LinearScale x, LinearScale y) {
    static final double LEFT = 54;
    static final double BOTTOM = 46;
    static final double TOP = 12;
    static final double RIGHT = 14;

    void draw(PlotCanvas svg, String nameX, String nameY) {
        for (double mark : x.marks()) {
            svg.line(x.at(mark), y.from(), x.at(mark), y.to(), "grid").text(x.at(mark), y.from() + 17, "tick middle", number(mark));
        }
        for (double mark : y.marks()) {
            svg.line(x.from(), y.at(mark), x.to(), y.at(mark), "grid").text(x.from() - 7, y.at(mark) + 4, "tick end", number(mark));
        }
        svg.line(x.from(), y.from(), x.to(), y.from(), "axis").line(x.from(), y.from(), x.from(), y.to(), "axis");
        svg.text((x.from() + x.to()) / 2, y.from() + 38, "name middle", nameX);
        svg.upright(x.from() - 40, (y.from() + y.to()) / 2, "name middle", nameY);
    }

    private static String number(double value) {
        return Decimals.atMost(value, 3, "").replace('-', '\u2212');
    }
}
