package spine.report.internal.html;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.OverviewFigure;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.drawing.SliceImages;
import spine.report.internal.drawing.SvgCanvas;
import spine.report.internal.drawing.UnitAnchor;
import spine.report.internal.page.PageNumbers;

/**
 * One picture per station and, beside them, the units above 0 from the highest down.
 *
 * @param vertebrae whether any was found
 * @param pictures one per station
 * @param ranked the highest units of the first index
 * @param more how many units above 0 are not among {@code ranked}
 * @param colours what the colours of units mean
 */
record Overview(boolean vertebrae, List<Picture> pictures, List<RankedUnit> ranked, int more, List<ScoreColour.Step> colours) {
    private static final int BAR_PX = 110;
    private static final int LISTED = 12;

    /** @param slice the slice that is shown, counted from 1 */
    record Picture(String drawing, int station, int slice, int slices) {
    }

    /** @param bar length of the bar, pixels */
    record RankedUnit(String anchor, String level, String score, String bar) {
    }

    static Overview of(ScoringResult result, SliceImages images) {
        Score score = result.scores().get(0);
        List<Picture> pictures = IntStream.range(0, result.study().stacks().size()).parallel()
                .mapToObj(stack -> picture(result, score, stack, images)).toList();
        List<UnitScore> positive = score.units().stream().filter(unit -> unit.score() > 0)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).toList();
        List<RankedUnit> ranked = positive.stream().limit(LISTED).map(unit -> new RankedUnit(
                IndexSection.prefix(0) + UnitAnchor.of(unit.unit().level().label()), unit.unit().level().label(),
                PageNumbers.atMost(unit.score(), 2), PageNumbers.atMost(BAR_PX * unit.score() / positive.get(0).score(), 0))).toList();
        return new Overview(result.anatomy().stacks().stream().anyMatch(stack -> !stack.bodies().isEmpty()), pictures, ranked,
                positive.size() - ranked.size(), ScoreColour.legend(ScoreColour.highest(result, score)));
    }

    private static Picture picture(ScoringResult result, Score score, int stack, SliceImages images) {
        OverviewFigure figure = new OverviewFigure(result, score, stack);
        SvgCanvas canvas = new SvgCanvas(figure.frame(), images, figure.alternative(), IndexSection.prefix(0));
        figure.draw(canvas);
        return new Picture(canvas.markup(), stack + 1, figure.frame().index() + 1, result.study().stacks().get(stack).slices().size());
    }

    boolean positive() {
        return !ranked.isEmpty();
    }

    boolean shortened() {
        return more > 0;
    }
}
