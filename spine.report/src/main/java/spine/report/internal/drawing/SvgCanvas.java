package spine.report.internal.drawing;

import java.util.List;
import java.util.Locale;
import spine.api.image.Slice;
import spine.api.image.Vec3;
import spine.common.raster.MaskOutline;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;

/** A drawing in SVG. One unit of the drawing is one mm; the image itself stands elsewhere in the page ({@link SliceImages}). */
public final class SvgCanvas implements Canvas {
    private static final double BADGE_HEIGHT = 9;

    private final Slice slice;
    private final String links;
    private final SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 2, "0"));

    /**
     * @param alternative what the drawing shows, in words
     * @param links beginning of the ids that the units of an overview lead to; empty for a drawing without links
     */
    public SvgCanvas(Frame frame, SliceImages images, String alternative, String links) {
        this.slice = frame.slice();
        this.links = links;
        // What is an image as a whole hides its links from those who cannot see it.
        svg.open("svg").with("class", "slice").with("role", links.isEmpty() ? "img" : "group").with("aria-label", alternative)
                .with("viewBox", String.join(" ", svg.number(frame.left()), svg.number(frame.top()), svg.number(frame.width()),
                        svg.number(frame.height())));
        svg.open("use").with("href", images.reference(frame)).with("data-station", frame.stack() + 1).close();
    }

    @Override
    public double x(Vec3 point) {
        return (slice.plane().columnOf(point) + 0.5) * slice.plane().columnSpacing();
    }

    @Override
    public double y(Vec3 point) {
        return (slice.plane().rowOf(point) + 0.5) * slice.plane().rowSpacing();
    }

    @Override
    public void outline(List<List<MaskOutline.Point>> loops, Ink ink) {
        String path = MaskContour.path(loops);
        if (!path.isEmpty()) {
            svg.open("path").with("class", ink.style()).with("transform", String.format(Locale.ROOT, "scale(%s %s)",
                    Decimals.atMost(slice.plane().columnSpacing(), 4, "1"), Decimals.atMost(slice.plane().rowSpacing(), 4, "1")))
                    .with("d", path).close();
        }
    }

    @Override
    public void line(Vec3 from, Vec3 to, Ink ink) {
        svg.open("line").with("class", ink.style()).with("x1", x(from)).with("y1", y(from)).with("x2", x(to)).with("y2", y(to)).close();
    }

    @Override
    public void unit(UnitMark mark) {
        StringBuilder points = new StringBuilder();
        mark.corners().forEach(corner -> points.append(svg.number(x(corner))).append(',').append(svg.number(y(corner))).append(' '));
        if (links.isEmpty()) {
            svg.open("g").with("class", "mark");
        } else {
            svg.open("a").with("class", "mark").with("href", "#" + links + UnitAnchor.of(mark.level()))
                    .with("aria-label", mark.level() + ", score " + mark.score());
        }
        svg.open("polygon").with("class", mark.positive() ? "unit" : "unit zero").with("points", points.toString().strip())
                .with("stroke", mark.colour().hex()).with("fill", mark.colour().hex()).close();
        double left = x(mark.label());
        double middle = y(mark.label());
        if (mark.positive()) {
            double width = 4.4 * mark.score().length() + 4;
            svg.open("rect").with("class", "badge").with("x", left).with("y", middle - BADGE_HEIGHT / 2).with("width", width)
                    .with("height", BADGE_HEIGHT).with("rx", 2.5).with("fill", mark.colour().hex()).close();
            svg.open("text").with("class", "points").with("text-anchor", "middle").with("x", left + width / 2).with("y", middle + 2.6)
                    .with("fill", mark.colour().textHex()).text(mark.score()).close();
        } else {
            svg.open("text").with("class", "zero").with("x", left + 1).with("y", middle + 1.8).text(mark.score()).close();
        }
        svg.close();
    }

    @Override
    public void words(double x, double y, Anchor anchor, double size, String words) {
        svg.open("text").with("class", "name").with("text-anchor", anchor.name().toLowerCase(Locale.ROOT)).with("x", x).with("y", y)
                .with("font-size", size).text(words).close();
    }

    /** The drawing as an element of a page; nothing can be added to it afterwards. */
    public String markup() {
        return svg.close().toString();
    }
}
