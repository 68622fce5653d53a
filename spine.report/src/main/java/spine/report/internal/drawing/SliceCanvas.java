package spine.report.internal.drawing;

import java.util.List;
import java.util.Locale;
import spine.api.image.Slice;
import spine.api.image.Vec3;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** An SVG drawing over a part of a slice. One unit of the drawing is one mm; points are given in patient LPS mm. */
final class SliceCanvas {
    private final Slice slice;
    private final Crop crop;
    private final SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 2, "0"));

    /** @param alternative what the drawing shows, in words */
    SliceCanvas(Slice slice, Crop crop, DisplayWindow window, String alternative) {
        this.slice = slice;
        this.crop = crop;
        svg.open("svg").with("class", "slice").with("role", "img").with("aria-label", alternative)
                .with("viewBox", "0 0 " + svg.number(width()) + " " + svg.number(height()));
        svg.open("image").with("width", width()).with("height", height()).with("preserveAspectRatio", "none")
                .with("href", SlicePng.dataUri(slice, crop, window)).close();
    }

    private double width() {
        return crop.columns() * slice.plane().columnSpacing();
    }

    private double height() {
        return crop.rows() * slice.plane().rowSpacing();
    }

    double x(Vec3 point) {
        return (slice.plane().columnOf(point) + 0.5 - crop.firstColumn()) * slice.plane().columnSpacing();
    }

    double y(Vec3 point) {
        return (slice.plane().rowOf(point) + 0.5 - crop.firstRow()) * slice.plane().rowSpacing();
    }

    /** Adds a path in pixel units, as {@link MaskContour} makes it. */
    SliceCanvas outline(String path, String style) {
        if (!path.isEmpty()) {
            svg.open("path").with("class", style).with("transform", String.format(Locale.ROOT, "scale(%s %s) translate(%d %d)",
                    Decimals.atMost(slice.plane().columnSpacing(), 4, "1"), Decimals.atMost(slice.plane().rowSpacing(), 4, "1"),
                    -crop.firstColumn(), -crop.firstRow())).with("d", path).close();
        }
        return this;
    }

    SliceCanvas line(Vec3 from, Vec3 to, String style) {
        svg.open("line").with("class", style).with("x1", x(from)).with("y1", y(from)).with("x2", x(to)).with("y2", y(to)).close();
        return this;
    }

    SliceCanvas polygon(List<Vec3> corners, String style) {
        StringBuilder points = new StringBuilder();
        corners.forEach(corner -> points.append(svg.number(x(corner))).append(',').append(svg.number(y(corner))).append(' '));
        svg.open("polygon").with("class", style).with("points", points.toString()).close();
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    SliceCanvas words(double x, double y, String anchor, String style, String words) {
        svg.open("text").with("class", style).with("text-anchor", anchor).with("x", x).with("y", y).text(words).close();
        return this;
    }

    /** A few letters on a coloured label whose left edge is at x and whose middle is at y. */
    SliceCanvas badge(double x, double y, String words) {
        double width = 4.4 * words.length() + 4;
        svg.open("rect").with("class", "badge").with("x", x).with("y", y - 5).with("width", width).with("height", 10).with("rx", 3).close();
        return words(x + width / 2, y + 2.8, "middle", "points", words);
    }

    /** The drawing as an element of a page; nothing can be added to it afterwards. */
    String markup() {
        return svg.close().toString();
    }
}
