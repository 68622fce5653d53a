package spine.report.internal.html.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;

/**
 * The signs of one unit on one slice as a small picture: four squares as on the image (front on the left), D for depth
 * and I for intensity beside them.
 */
public final class QuadrantGlyph {

    private QuadrantGlyph() {
    }

    /** @param finding empty for a slice without positive quadrant */
    public static String svg(int sliceNumber, Optional<SliceFinding> finding) {
        StringBuilder svg = new StringBuilder("<svg class=\"glyph\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 28 20\">"
                .formatted(Markup.text(words(sliceNumber, finding))));
        for (Quadrant quadrant : Quadrant.values()) {
            boolean positive = finding.filter(signs -> signs.quadrants().contains(quadrant)).isPresent();
            svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"8\" height=\"8\" rx=\"1.5\"/>"
                    .formatted(positive ? "on" : "off", quadrant.ordinal() % 2 * 9 + 1, quadrant.ordinal() / 2 * 9 + 1));
        }
        finding.filter(SliceFinding::deep).ifPresent(signs -> svg.append("<text x=\"20.5\" y=\"8\">D</text>"));
        finding.filter(SliceFinding::intense).ifPresent(signs -> svg.append("<text x=\"20.5\" y=\"17.5\">I</text>"));
        return svg.append("</svg>").toString();
    }

    static String words(int sliceNumber, Optional<SliceFinding> finding) {
        return "Slice " + sliceNumber + ": " + finding.map(QuadrantGlyph::words).orElse("clean");
    }

    /** The signs in words, such as {@code upper anterior, lower anterior, deep}. */
    static String words(SliceFinding finding) {
        List<String> words = new ArrayList<>();
        for (Quadrant quadrant : Quadrant.values()) {
            if (finding.quadrants().contains(quadrant)) {
                words.add(quadrant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        if (finding.deep()) {
            words.add("deep");
        }
        if (finding.intense()) {
            words.add("intense");
        }
        return String.join(", ", words);
    }
}
