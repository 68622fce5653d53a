package spine.report.internal.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.api.image.SliceStack;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.QuadrantGlyph;
import spine.report.internal.drawing.SignalScale;
import spine.report.internal.drawing.UnitFigure;
import spine.report.internal.drawing.UnitSignal;
import spine.report.internal.page.IndexName;
import spine.report.internal.page.PageNumbers;
import spine.report.internal.page.SliceWords;
import spine.report.internal.picture.Pictures;

/**
 * The units as one index scores them.
 *
 * @param name of the index
 * @param affected the units above 0, the highest first
 * @param rows all units
 */
record PrintedIndex(String name, List<AffectedUnit> affected, List<Row> rows) {
    /** Two units, each with two rows of slices and their words, fill a page. */
    private static final double SLICE_MM = 48;

    /**
     * A unit above 0.
     *
     * @param overlays its slices with what was found
     * @param plain the same without
     * @param words what was found, a sentence for each slice
     */
    record AffectedUnit(String level, String score, List<PrintedPicture> overlays, List<PrintedPicture> plain, List<String> words) {
    }

    /**
     * A unit in the table of all.
     *
     * @param style {@code hit}, {@code clean} or {@code absent}
     * @param signs slice by slice; may be empty
     * @param station counted from 1; empty for a unit that is not in view
     * @param confidence of the name, per cent; empty for a unit that is not in view
     */
    record Row(String style, String level, String score, String signs, String station, String confidence) {
    }

    static PrintedIndex of(ScoringResult result, Score score, Pictures pictures) {
        List<AffectedUnit> affected = score.units().stream().filter(unit -> unit.score() > 0)
                .sorted(Comparator.comparingDouble(UnitScore::score).reversed()).toList().parallelStream()
                .map(unit -> affected(result, score, unit, pictures)).toList();
        return new PrintedIndex(IndexName.of(score), affected, score.units().stream().map(unit -> row(result, unit)).toList());
    }

    boolean positive() {
        return !affected.isEmpty();
    }

    private static AffectedUnit affected(ScoringResult result, Score score, UnitScore unit, Pictures pictures) {
        String level = unit.unit().level().label();
        List<PrintedPicture> overlays = new ArrayList<>();
        List<PrintedPicture> plain = new ArrayList<>();
        List<String> words = new ArrayList<>();
        UnitFigure.of(result, unit).ifPresent(figure -> figure.slices().forEach(index -> {
            Optional<SliceFinding> finding = figure.finding(index);
            Pictures.SlicePictures slice = pictures.slice(figure, index);
            overlays.add(PrintedPicture.of(slice.overlay(), SLICE_MM, level + ", " + QuadrantGlyph.words(index + 1, finding)));
            plain.add(PrintedPicture.of(slice.plain(), SLICE_MM, level + ", slice " + (index + 1) + " without overlay"));
            SliceWords signs = SliceWords.of(finding);
            words.add("Slice " + (index + 1) + ": " + signs.signs() + (signs.measured() ? "; " + signs.measures() : "")
                    + finding.flatMap(found -> UnitSignal.of(result, score.indexId(), unit, index, found))
                            .map(signal -> "; " + SignalScale.words(signal)).orElse(""));
        }));
        return new AffectedUnit(level, PageNumbers.atMost(unit.score(), 2) + (unit.score() == 1 ? " point" : " points"), overlays, plain,
                words);
    }

    private static Row row(ScoringResult result, UnitScore unit) {
        String level = unit.unit().level().label();
        if (!unit.unit().present()) {
            return new Row("absent", level, "–", "not found in the images", "", "");
        }
        SliceStack stack = result.study().stacks().get(unit.unit().stack());
        List<String> images = stack.slices().stream().map(slice -> slice.sopInstanceUid()).toList();
        String signs = unit.slices().stream().map(found -> (images.indexOf(found.sopInstanceUid()) + 1)
                + (unit.window().contains(found.sopInstanceUid()) ? "*" : "") + ": " + SliceWords.signs(found))
                .collect(Collectors.joining("; "));
        String measures = unit.measures().entrySet().stream().map(measure -> measure.getKey() + " "
                + PageNumbers.atMost(measure.getValue(), 2)).collect(Collectors.joining(" · "));
        return new Row(unit.score() > 0 ? "hit" : "clean", level, PageNumbers.atMost(unit.score(), 2),
                signs + (signs.isEmpty() || measures.isEmpty() ? "" : "; ") + measures, String.valueOf(unit.unit().stack() + 1),
                PageNumbers.atMost(100 * unit.unit().confidence(), 0) + " %");
    }
}
