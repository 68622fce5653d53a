package spine.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;

/**
 * What an index found of a unit on one slice, in words.
 *
 * @param signs positive quadrants, and whether they are deep and intense
 * @param measures area, depth and brightness; empty without a positive quadrant
 */
public record SliceWords(String signs, String measures) {

    /** @param finding empty for a slice without positive quadrant */
    public static SliceWords of(Optional<SliceFinding> finding) {
        return finding.map(signs -> new SliceWords(signs(signs), PageNumbers.atMost(signs.areaMm2(), 0) + " mm², depth "
                + PageNumbers.fixed(signs.depthMm(), 1) + " mm" + brightness(signs.intensityRatio())))
                .orElse(new SliceWords("no positive quadrant", ""));
    }

    /** Whether there is anything to measure. */
    public boolean measured() {
        return !measures.isEmpty();
    }

    /** Such as {@code upper anterior, lower anterior, deep}. */
    public static String signs(SliceFinding finding) {
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

    private static String brightness(double ratio) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        return ratio > 0 ? ", " + PageNumbers.fixed(ratio, 2) + " × reference" : ", no reference signal";
    }
}
