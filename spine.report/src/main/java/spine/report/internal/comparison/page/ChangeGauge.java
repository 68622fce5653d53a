package spine.report.internal.comparison.page;

import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.ChangeWords;

/** A change on a line from better to worse, with what lies within measurement error, and from where on it matters. */
final class ChangeGauge {
    private static final double WIDTH = 240;
    private static final double MIDDLE = WIDTH / 2;
    private static final double LINE = 20;
    /** Points at the ends at least, so that small changes look small. */
    private static final double LEAST = 6;

    private ChangeGauge() {
    }

    static String svg(Change change) {
        double end = 1.2 * Math.max(LEAST, Math.max(Math.abs(change.difference()),
                Math.max(change.detectable().orElse(0), change.important().orElse(0))));
        double scale = (MIDDLE - 8) / end;
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));
        svg.open("svg").with("class", "gauge").with("role", "img").with("viewBox", "0 0 240 48")
                .with("aria-label", "Change of " + ChangeWords.signed(change.difference()) + " points" + limits(change));
        change.detectable().ifPresent(points -> svg.open("rect").with("class", "error").with("x", MIDDLE - points * scale)
                .with("y", LINE - 9).with("width", 2 * points * scale).with("height", 18).close());
        svg.open("line").with("x1", 4).with("x2", WIDTH - 4).with("y1", LINE).with("y2", LINE).close();
        svg.open("line").with("class", "zero").with("x1", MIDDLE).with("x2", MIDDLE).with("y1", LINE - 9).with("y2", LINE + 9).close();
        change.important().ifPresent(points -> {
            tick(svg, MIDDLE - points * scale);
            tick(svg, MIDDLE + points * scale);
        });
        svg.open("circle").with("class", ChangeStyle.of(change).style()).with("cx", MIDDLE + change.difference() * scale).with("cy", LINE)
                .with("r", 6.5).close();
        svg.open("text").with("x", 4).with("y", 45).text("better").close();
        svg.open("text").with("x", MIDDLE).with("y", 45).with("text-anchor", "middle").text("no change").close();
        svg.open("text").with("x", WIDTH - 4).with("y", 45).with("text-anchor", "end").text("worse").close();
        return svg.close().toString();
    }

    private static String limits(Change change) {
        String limits = ChangeWords.limits(change);
        return limits.isEmpty() ? "" : "; " + limits;
    }

    private static void tick(SvgWriter svg, double x) {
        svg.open("line").with("class", "important").with("x1", x).with("x2", x).with("y1", LINE - 11).with("y2", LINE + 11).close();
    }
}
