package spine.report.internal.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.common.text.Decimals;

/**
 * The colour of a unit's score: grey for 0, then six equal steps from yellow to dark red up to the highest score that a unit can have
 * (after YlOrRd of ColorBrewer, whose steps differ in lightness, so that they are told apart without colours too).
 *
 * @param step 0 for no score, else 1 to 6
 * @param fill red, green, blue, eight bits each
 * @param text colour of letters on it that can be read (contrast of 4.5 and more)
 */
public record ScoreColour(int step, int fill, int text) {
    private static final int DARK = 0x1b1b1b;
    private static final int WHITE = 0xffffff;
    private static final List<ScoreColour> STEPS = List.of(new ScoreColour(0, 0xb8c4cd, DARK), new ScoreColour(1, 0xffeda0, DARK),
            new ScoreColour(2, 0xfed976, DARK), new ScoreColour(3, 0xfeb24c, DARK), new ScoreColour(4, 0xfc6d33, DARK),
            new ScoreColour(5, 0xd7191c, WHITE), new ScoreColour(6, 0x8f0024, WHITE));

    /**
     * A step of the legend.
     *
     * @param words the scores of it, such as {@code 4 to 6}
     */
    public record Step(ScoreColour colour, String words) {
    }

    /** @param highest as {@link #highest} has it */
    public static ScoreColour of(double score, double highest) {
        int steps = STEPS.size() - 1;
        return STEPS.get(score > 0 ? (int) Math.max(1, Math.min(steps, Math.ceil(steps * score / highest))) : 0);
    }

    /**
     * The highest score that a unit of an index can have: the maximum of its first total over the number of units; where it states none,
     * the highest score of this study.
     */
    public static double highest(ScoringResult result, Score score) {
        return highest(result.anatomy().variant().units().size(), score);
    }

    /** @param units how many the spine has */
    public static double highest(int units, Score score) {
        double first = score.totals().keySet().stream().findFirst().map(total -> score.maxima().getOrDefault(total, 0.0)).orElse(0.0);
        double measured = score.units().stream().mapToDouble(UnitScore::score).max().orElse(0);
        return Math.max(1, Math.max(measured, first / units));
    }

    /** From 0 to the highest. */
    public static List<Step> legend(double highest) {
        List<Step> legend = new ArrayList<>(List.of(new Step(STEPS.get(0), "0")));
        for (int step = 1; step < STEPS.size(); step++) {
            legend.add(new Step(STEPS.get(step), "to " + Decimals.atMost(highest * step / (STEPS.size() - 1), 1, "")));
        }
        return legend;
    }

    /** As a page and a drawing write it, such as {@code #ffeda0}. */
    public String hex() {
        return hex(fill);
    }

    public String textHex() {
        return hex(text);
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
