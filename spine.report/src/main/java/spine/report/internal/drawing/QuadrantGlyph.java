package spine.report.internal.drawing;

import java.util.Optional;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.page.SliceWords;

/**
 * The signs of one unit on one slice as a small picture: four squares as on the image (front on the left), D for depth
 * and I for intensity beside them.
 */
public final class QuadrantGlyph {

    private QuadrantGlyph() {
    }

    /** @param finding empty for a slice without positive quadrant */
    public static String svg(int sliceNumber, Optional<SliceFinding> finding) {
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));
        svg.open("svg").with("class", "glyph").with("role", "img").with("aria-label", words(sliceNumber, finding))
                .with("viewBox", "0 0 28 20");
        for (Quadrant quadrant : Quadrant.values()) {
            boolean positive = finding.filter(signs -> signs.quadrants().contains(quadrant)).isPresent();
            svg.open("rect").with("class", positive ? "on" : "off").with("x", quadrant.ordinal() % 2 * 9 + 1)
                    .with("y", quadrant.ordinal() / 2 * 9 + 1).with("width", 8).with("height", 8).with("rx", 1.5).close();
        }
        finding.filter(SliceFinding::deep).ifPresent(signs -> svg.open("text").with("x", 20.5).with("y", 8).text("D").close());
        finding.filter(SliceFinding::intense).ifPresent(signs -> svg.open("text").with("x", 20.5).with("y", 17.5).text("I").close());
        return svg.close().toString();
    }

    /** The slice and its signs in words. */
    public static String words(int sliceNumber, Optional<SliceFinding> finding) {
        return "Slice " + sliceNumber + ": " + finding.map(SliceWords::signs).orElse("no positive quadrant");
    }
}
