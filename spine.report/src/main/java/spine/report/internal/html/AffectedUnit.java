package spine.report.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.SliceStack;
import spine.api.report.ScoringResult;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.QuadrantGlyph;
import spine.report.internal.drawing.UnitFigure;
import spine.report.internal.page.PageNumbers;

/**
 * A unit with a score, and the slices that make it.
 *
 * @param points {@code point} or {@code points}
 * @param drawn whether its slices are shown: not if a body of the unit is not known in its stack
 */
record AffectedUnit(String level, String score, String points, boolean drawn, List<DrawnSlice> slices) {

    /**
     * One slice of the window.
     *
     * @param number of the slice, counted from 1
     * @param finding empty for a slice without positive quadrant
     */
    record DrawnSlice(String drawing, String glyph, int number, Optional<MeasuredSigns> finding) {
    }

    /**
     * The signs of a slice, measured.
     *
     * @param area mm2
     * @param depth mm
     * @param brightness the rest of the sentence, from its comma on; may be empty
     */
    record MeasuredSigns(String signs, String area, String depth, String brightness) {

        static MeasuredSigns of(SliceFinding finding) {
            return new MeasuredSigns(QuadrantGlyph.words(finding), PageNumbers.atMost(finding.areaMm2(), 0),
                    PageNumbers.fixed(finding.depthMm(), 1), brightness(finding.intensityRatio()));
        }

        private static String brightness(double ratio) {
            if (Double.isNaN(ratio)) {
                return "";
            }
            return ratio > 0 ? ", " + PageNumbers.fixed(ratio, 2) + " × fluid signal" : ", no fluid reference";
        }
    }

    static AffectedUnit of(ScoringResult result, UnitScore unit) {
        int at = unit.unit().stack();
        SliceStack stack = result.study().stacks().get(at);
        UnitFigure figure = UnitFigure.of(stack, result.anatomy().stacks().get(at), result.lesions().get(at), unit.unit().level())
                .orElse(null);
        List<DrawnSlice> slices = new ArrayList<>();
        for (int i = 0; figure != null && i < stack.slices().size(); i++) {
            String image = stack.slices().get(i).sopInstanceUid();
            if (unit.window().contains(image)) {
                Optional<SliceFinding> finding = unit.slices().stream().filter(slice -> slice.sopInstanceUid().equals(image)).findFirst();
                slices.add(new DrawnSlice(figure.svg(i, finding), QuadrantGlyph.svg(i + 1, finding), i + 1,
                        finding.map(MeasuredSigns::of)));
            }
        }
        return new AffectedUnit(unit.unit().level().label(), PageNumbers.atMost(unit.score(), 2), unit.score() == 1 ? "point" : "points",
                figure != null, slices);
    }
}
