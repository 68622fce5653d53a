package spine.report.internal.html;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.drawing.SliceImages;
import spine.report.internal.page.IndexName;

/**
 * The units as one index scores them.
 *
 * @param suffix names the index in headings where there are several; may be empty
 * @param number of the index, counted from 1
 * @param chips the units in view from head to foot
 * @param cards the same, the highest first
 * @param units all units
 */
record IndexSection(String suffix, int number, List<Chip> chips, List<UnitCard> cards, List<UnitRow> units) {

    /**
     * A unit as a link to its card.
     *
     * @param step of the colours of scores
     */
    record Chip(String anchor, String level, String score, int step) {
    }

    /** @param at index of the score in the result */
    static IndexSection of(ScoringResult result, int at, SliceImages images) {
        Score score = result.scores().get(at);
        String prefix = prefix(at);
        List<UnitScore> seen = score.units().stream().filter(unit -> unit.unit().present()).toList();
        List<UnitCard> cards = seen.parallelStream().map(unit -> UnitCard.of(result, score, unit, prefix, images)).toList();
        double highest = Math.max(1, score.units().stream().mapToDouble(UnitScore::score).max().orElse(1));
        List<UnitCard> ranked = IntStream.range(0, cards.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> seen.get(i).score()).reversed()).map(cards::get).toList();
        return new IndexSection(result.scores().size() > 1 ? " · " + IndexName.of(score) : "", at + 1,
                cards.stream().map(card -> new Chip(card.anchor(), card.level(), card.score(), card.step())).toList(), ranked,
                IntStream.range(0, score.units().size()).mapToObj(i -> UnitRow.of(result.study(), score.units().get(i), i, highest, prefix))
                        .toList());
    }

    /** Of the ids of the units of an index, which its own id, a word from outside, need not be fit for. */
    static String prefix(int at) {
        return "unit-" + (at + 1) + "-";
    }

    boolean scored() {
        return !cards.isEmpty();
    }

    boolean positive() {
        return cards.stream().anyMatch(card -> card.style().equals("hit"));
    }
}
