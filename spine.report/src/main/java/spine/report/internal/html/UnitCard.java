package spine.report.internal.html;

import java.util.List;
import java.util.Optional;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.Frame;
import spine.report.internal.drawing.QuadrantGlyph;
import spine.report.internal.drawing.ScoreColour;
import spine.report.internal.drawing.SignalScale;
import spine.report.internal.drawing.SliceImages;
import spine.report.internal.drawing.SvgCanvas;
import spine.report.internal.drawing.UnitAnchor;
import spine.report.internal.drawing.UnitFigure;
import spine.report.internal.drawing.UnitSignal;
import spine.report.internal.page.PageNumbers;
import spine.report.internal.page.SliceWords;

/**
 * A unit and the slices that make its score, or those through its middle.
 *
 * @param anchor its id in the page
 * @param style {@code hit} or {@code clean}
 * @param points {@code point} or {@code points}
 * @param step of the colours of scores
 * @param place station and confidence of the name, in words
 * @param slices none if a body of the unit is not known in its stack
 */
record UnitCard(String anchor, String style, String level, String score, String points, int step, String place, List<DrawnSlice> slices) {

    /**
     * One slice.
     *
     * @param plain the image alone
     * @param number of the slice, counted from 1
     * @param words what was found on it
     */
    record DrawnSlice(String drawing, String plain, String glyph, int number, SliceWords words, Optional<Signal> signal) {
    }

    /** @param words the figures of the drawing */
    record Signal(String drawing, String words) {
    }

    /** @param prefix of the ids of the units of this index */
    static UnitCard of(ScoringResult result, Score score, UnitScore unit, String prefix, SliceImages images) {
        String level = unit.unit().level().label();
        List<DrawnSlice> slices = UnitFigure.of(result, unit).map(figure -> figure.slices().stream()
                .map(index -> slice(result, score, unit, figure, index, images)).toList()).orElse(List.of());
        return new UnitCard(prefix + UnitAnchor.of(level), unit.score() > 0 ? "hit" : "clean", level, PageNumbers.atMost(unit.score(), 2),
                unit.score() == 1 ? "point" : "points", ScoreColour.of(unit.score(), ScoreColour.highest(result, score)).step(),
                "Station " + (unit.unit().stack() + 1) + ", name confidence " + PageNumbers.atMost(100 * unit.unit().confidence(), 0)
                        + " %", slices);
    }

    private static DrawnSlice slice(ScoringResult result, Score score, UnitScore unit, UnitFigure figure, int index, SliceImages images) {
        Frame frame = figure.frame(index);
        Optional<SliceFinding> finding = figure.finding(index);
        String words = unit.unit().level().label() + ", " + QuadrantGlyph.words(index + 1, finding);
        SvgCanvas overlay = new SvgCanvas(frame, images, words, "");
        figure.draw(index, overlay);
        SvgCanvas plain = new SvgCanvas(frame, images, unit.unit().level().label() + ", slice " + (index + 1) + " without overlay", "");
        return new DrawnSlice(overlay.markup(), plain.markup(), QuadrantGlyph.svg(index + 1, finding), index + 1, SliceWords.of(finding),
                finding.flatMap(signs -> UnitSignal.of(result, score.indexId(), unit, index, signs))
                        .map(signal -> new Signal(SignalScale.svg(signal), SignalScale.words(signal))));
    }

    boolean drawn() {
        return !slices.isEmpty();
    }
}
