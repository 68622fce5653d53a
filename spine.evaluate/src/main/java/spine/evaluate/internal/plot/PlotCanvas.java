package spine.evaluate.internal.plot;

import java.util.List;
import spine.common.text.Decimals;

/** A drawing in SVG, with words for those who cannot see it. Lengths are pixels, y points down. */
public final class PlotCanvas {
    private final StringBuilder content = new StringBuilder();
    private final double width;

    /**
     * @param id unique on the page
     * @param title what the drawing is
     * @param description what it shows, in a sentence or two
     */
    public PlotCanvas(String id, double width, double height, String title, String description) {
        this.width = width;
        content.append("<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-t %s-d\" style=\"max-width:%spx\"><title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>\n"
                .formatted(n(width), n(height), id, id, n(width), id, escaped(title), id, escaped(description)));
    }

    /** Text with everything escaped that means something in markup. */
    public static String escaped(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    public PlotCanvas line(double x1, double y1, double x2, double y2, String style) {
        content.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n".formatted(style, n(x1), n(y1), n(x2), n(y2)));
        return this;
    }

    public PlotCanvas rectangle(double x, double y, double w, double h, String style) {
        content.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n".formatted(style, n(x), n(y), n(w), n(h)));
        return this;
    }

    /** A rectangle whose colour is as strong as {@code share}, 0 to 1. */
    public PlotCanvas shade(double x, double y, double w, double h, String style, double share) {
        content.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\"/>\n".formatted(style, n(x), n(y),
                n(w), n(h), Decimals.atMost(share, 2, "")));
        return this;
    }

    /** @param words shown under the pointer */
    public PlotCanvas circle(double x, double y, double r, String style, String words) {
        content.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"><title>%s</title></circle>\n".formatted(style, n(x), n(y), n(r),
                escaped(words)));
        return this;
    }

    /** @param points {@code {x, y}} */
    public PlotCanvas polyline(List<double[]> points, String style) {
        StringBuilder at = new StringBuilder();
        points.forEach(point -> at.append(at.isEmpty() ? "" : " ").append(n(point[0])).append(',').append(n(point[1])));
        content.append("<polyline class=\"%s\" points=\"%s\"/>\n".formatted(style, at));
        return this;
    }

    /** @param style may hold {@code start}, {@code middle} or {@code end}, where {@code x} lies in the text */
    public PlotCanvas text(double x, double y, String style, String words) {
        content.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(style, n(x), n(y), escaped(words)));
        return this;
    }

    /** Text from below to above. */
    public PlotCanvas upright(double x, double y, String style, String words) {
        content.append("<text class=\"%s\" transform=\"translate(%s %s) rotate(-90)\">%s</text>\n".formatted(style, n(x), n(y), escaped(words)));
        return this;
    }

    public double width() {
        return width;
    }

    /** The drawing as an element of a page. */
    public String markup() {
        return content + "</svg>\n";
    }

    private static String n(double value) {
        return Decimals.atMost(value, 1, "");
    }
}
