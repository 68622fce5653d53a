package spine.report.internal.comparison.page;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.report.internal.comparison.change.Change;
import spine.report.internal.comparison.change.ChangeWords;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.change.IndexSeries;
import spine.report.internal.comparison.change.UnitSeries;
import spine.report.internal.drawing.ScoreColour;

/**
 * One unit in the table of all units.
 *
 * @param level its name
 * @param anchor id of its card; empty if there is none
 * @param place counted from the head, from 0
 * @param style {@code changed}, {@code scored} or {@code zero}, and {@code region} for the first unit of a region of the spine
 * @param cells scores, one per time point
 * @param size of the change, points, to sort by; empty if it is not known
 * @param change with its sign
 * @param slope drawing
 * @param verdict what can be said of the change, in few words
 */
record UnitLine(String level, String anchor, int place, String style, List<Cell> cells, String size, String change, String slope,
        String sign, String look, String verdict) {
    /** Points at the upper edge of a drawing at least, so that small changes look small. */
    private static final double LEAST = 6;
    /** Below the cervical and the thoracic units. */
    private static final Set<DiscLevel> FIRST_OF_REGION = Set.of(DiscLevel.below(Vertebra.T1), DiscLevel.below(Vertebra.L1));

    /** @param step of the colours of scores; -1 if not in view */
    record Cell(String score, int step) {

        boolean seen() {
            return step >= 0;
        }
    }

    /**
     * @param highest score that a unit can have
     * @param tallest score that a unit has at any time point
     * @param anchor id of its card; empty if there is none
     */
    static UnitLine of(Comparison comparison, IndexSeries index, UnitSeries unit, int place, double highest, double tallest,
            String anchor) {
        Change change = comparison.change(index, unit, comparison.whole());
        ChangeStyle look = ChangeStyle.of(change);
        List<Double> values = IntStream.range(0, unit.scores().size()).mapToObj(unit::value).toList();
        boolean scored = values.stream().anyMatch(value -> value > 0);
        boolean hidden = !change.known() && unit.highestAt() >= 0;
        String style = change.known() && !change.none() ? "changed" : scored || hidden ? "scored" : "zero";
        return new UnitLine(unit.level().label(), anchor, place, style + (FIRST_OF_REGION.contains(unit.level()) ? " region" : ""),
                values.stream().map(value -> cell(value, highest)).toList(),
                change.known() ? ChangeWords.points(Math.abs(change.difference())) : "",
                change.known() ? ChangeWords.signed(change.difference()) : "–",
                SlopeLine.svg(values, Math.max(LEAST, tallest), look), look.sign(), look.style(),
                unit.highestAt() < 0 ? "not in view" : ChangeWords.brief(change));
    }

    private static Cell cell(double value, double highest) {
        return Double.isNaN(value) ? new Cell("–", -1) : new Cell(ChangeWords.points(value), ScoreColour.of(value, highest).step());
    }

    boolean linked() {
        return !anchor.isEmpty();
    }

    boolean sized() {
        return !size.isEmpty();
    }
}
