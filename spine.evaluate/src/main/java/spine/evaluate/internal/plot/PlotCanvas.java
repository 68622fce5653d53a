package spine.evaluate.internal.plot;

import java.util.List;
import java.util.stream.Collectors;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** A plot in SVG, with words for those who cannot see it. Lengths are pixels, y points down. */
final class PlotCanvas {
    private final SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, ""));

    /**
     * @param id unique on the page
     * @param title what the plot is
     * @param description what it shows, in a sentence or two
     */
    PlotCanvas(String id, double width, double height, String title, String description) {
        svg.open("svg").with("viewBox", "0 0 " + svg.number(width) + " " + svg.number(height)).with("role", "img")
                .with("aria-labelledby", id + "-t " + id + "-d").with("style", "max-width:" + svg.number(width) + "px");
        svg.open("title").with("id", id + "-t").text(title).close();
        svg.open("desc").with("id", id + "-d").text(description).close().newLine();
    }

    PlotCanvas line(double x1, double y1, double x2, double y2, String style) {
        svg.open("line").with("class", style).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
        return end();
    }

    PlotCanvas rectangle(double x, double y, double w, double h, String style) {
        openRectangle(x, y, w, h, style);
        return end();
    }

    /** A rectangle whose colour is as strong as {@code share}, 0 to 1. */
    PlotCanvas shade(double x, double y, double w, double h, String style, double share) {
        openRectangle(x, y, w, h, style);
        svg.with("fill-opacity", Decimals.atMost(share, 2, ""));
        return end();
    }

    /** @param words shown under the pointer */
    PlotCanvas circle(double x, double y, double r, String style, String words) {
        svg.open("circle").with("class", style).with("cx", x).with("cy", y).with("r", r).element("title", words);
        return end();
    }

    /** @param points {@code {x, y}} */
    PlotCanvas polyline(List<double[]> points, String style) {
        svg.open("polyline").with("class", style).with("points",
                points.stream().map(point -> svg.number(point[0]) + "," + svg.number(point[1])).collect(Collectors.joining(" ")));
        return end();
    }

    /** @param style may hold {@code start}, {@code middle} or {@code end}, where {@code x} lies in the text */
    PlotCanvas text(double x, double y, String style, String words) {
        svg.open("text").with("class", style).with("x", x).with("y", y).text(words);
        return end();
    }

    /** Text from below to above. */
    PlotCanvas upright(double x, double y, String style, String words) {
        svg.open("text").with("class", style).with("transform", "translate(" + svg.number(x) + " " + svg.number(y) + ") rotate(-90)")
                .text(words);
        return end();
    }

    /** The plot as an element of a page; nothing can be added to it afterwards. */
    String markup() {
        return svg.close().newLine().toString();
    }

    private void openRectangle(double x, double y, double w, double h, String style) {
        svg.open("rect").with("class", style).with("x", x).with("y", y).with("width", w).with("height", h);
    }

    private PlotCanvas end() {
        svg.close().newLine();
        return this;
    }
}
