package spine.report.internal.html;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.OverviewFigure;
import spine.report.internal.page.PageNumbers;

/**
 * One picture per station and, beside them, the units above 0 from the highest down.
 *
 * @param vertebrae whether any was found
 * @param pictures one per station
 * @param ranked the highest units of the first index
 * @param more how many units above 0 are not among {@code ranked}
 */
record Overview(boolean vertebrae, List<Picture> pictures, List<RankedUnit> ranked, int more) {
    private static final int BAR_PX = 110;
    private static final int LISTED = 12;

    /** @param slice the slice that is shown, counted from 1 */
    record Picture(String drawing, int station, int slice, int slices) {
    }

    /** @param bar length of the bar, pixels */
    record RankedUnit(String level, String score, String bar) {
    }

    static Overview of(ScoringResult result) {
        Score score = result.scores().get(0);
        List<Picture> pictures = IntStream.range(0, result.study().stacks().size()).parallel()
                .mapToObj(stack -> picture(result, score, stack)).toList();
        List<UnitScore> positive = score.units().stream().filter(unit -> unit.score() > 0)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).toList();
        List<RankedUnit> ranked = positive.stream().limit(LISTED).map(unit -> new RankedUnit(unit.unit().level().label(),
                PageNumbers.atMost(unit.score(), 2), PageNumbers.atMost(BAR_PX * unit.score() / positive.get(0).score(), 0))).toList();
        return new Overview(result.anatomy().stacks().stream().anyMatch(stack -> !stack.bodies().isEmpty()), pictures, ranked,
                positive.size() - ranked.size());
    }

    private static Picture picture(ScoringResult result, Score score, int stack) {
        List<UnitScore> units = score.units().stream().filter(unit -> unit.unit().stack() == stack).toList();
        OverviewFigure figure = new OverviewFigure(result.study().stacks().get(stack), result.anatomy().stacks().get(stack),
                result.lesions().get(stack), units);
        return new Picture(figure.svg(), stack + 1, figure.keySlice() + 1, result.study().stacks().get(stack).slices().size());
    }

    boolean positive() {
        return !ranked.isEmpty();
    }

    boolean shortened() {
        return more > 0;
    }
}
