package spine.report.internal.html.drawing;

import java.io.IOException;
import java.util.List;
import spine.api.image.Slice;
import spine.api.image.Vec3;

/** An SVG drawing over a part of a slice. One unit of the drawing is one mm; points are given in patient LPS mm. */
final class SliceCanvas {
    private final Slice slice;
    private final Crop crop;
    private final StringBuilder content = new StringBuilder();

    SliceCanvas(Slice slice, Crop crop, DisplayWindow window) throws IOException {
        this.slice = slice;
        this.crop = crop;
        content.append("<image width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"%s\"/>"
                .formatted(mm(width()), mm(height()), SlicePng.dataUri(slice, crop, window)));
    }

    double width() {
        return crop.columns() * slice.plane().columnSpacing();
    }

    double height() {
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
            content.append("<path class=\"%s\" transform=\"scale(%s %s) translate(%d %d)\" d=\"%s\"/>".formatted(style,
                    Markup.number(slice.plane().columnSpacing(), 4), Markup.number(slice.plane().rowSpacing(), 4),
                    -crop.firstColumn(), -crop.firstRow(), path));
        }
        return this;
    }

    SliceCanvas line(Vec3 from, Vec3 to, String style) {
        content.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, mm(x(from)), mm(y(from)), mm(x(to)), mm(y(to))));
        return this;
    }

    SliceCanvas polygon(List<Vec3> corners, String style) {
        content.append("<polygon class=\"%s\" points=\"".formatted(style));
        corners.forEach(corner -> content.append(mm(x(corner))).append(',').append(mm(y(corner))).append(' '));
        content.append("\"/>");
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    SliceCanvas words(double x, double y, String anchor, String style, String words) {
        content.append("<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(style, anchor, mm(x), mm(y), Markup.text(words)));
        return this;
    }

    /** A few letters on a coloured label whose left edge is at x and whose middle is at y. */
    SliceCanvas badge(double x, double y, String words) {
        double width = 4.4 * words.length() + 4;
        content.append("<rect class=\"badge\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" rx=\"3\"/>"
                .formatted(mm(x), mm(y - 5), mm(width)));
        return words(x + width / 2, y + 2.8, "middle", "points", words);
    }

    /** The whole drawing. @param alternative what it shows, in words */
    String svg(String alternative) {
        return "<svg class=\"slice\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %s %s\">%s</svg>"
                .formatted(Markup.text(alternative), mm(width()), mm(height()), content);
    }

    private static String mm(double value) {
        return Markup.number(value, 2);
    }
}
