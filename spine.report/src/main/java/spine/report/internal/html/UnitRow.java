package spine.report.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.drawing.QuadrantGlyph;
import spine.report.internal.drawing.UnitAnchor;
import spine.report.internal.page.PageNumbers;

/**
 * One unit in the table of all units.
 *
 * @param anchor id of its card
 * @param place counted from the head, from 0
 * @param style {@code hit}, {@code clean} or {@code absent}
 * @param region {@code region} for the first unit of a region of the spine, else empty
 * @param present whether the unit is in view; the following are empty if not
 * @param bar length of the bar beside the score, pixels
 * @param signs the slices with signs or in the window
 * @param measures what the index measured besides; empty if nothing
 * @param station counted from 1
 * @param confidence of the level's name, per cent
 */
record UnitRow(String level, String anchor, int place, String style, String region, boolean present, String score, String bar,
        List<SliceSigns> signs, Optional<String> measures, int station, String confidence) {
    private static final int BAR_PX = 56;
    /** Below the cervical and the thoracic units. */
    private static final Set<DiscLevel> FIRST_OF_REGION = Set.of(DiscLevel.below(Vertebra.T1), DiscLevel.below(Vertebra.L1));

    /**
     * The signs on one slice.
     *
     * @param style {@code window} after a space if the slice makes the score, else empty
     * @param number of the slice, counted from 1
     */
    record SliceSigns(String style, String glyph, int number) {
    }

    /**
     * @param highest the score whose bar is longest
     * @param prefix of the ids of the cards
     */
    static UnitRow of(Study study, UnitScore unit, int place, double highest, String prefix) {
        String level = unit.unit().level().label();
        String region = FIRST_OF_REGION.contains(unit.unit().level()) ? "region" : "";
        if (!unit.unit().present()) {
            return new UnitRow(level, "", place, "absent", region, false, "", "", List.of(), Optional.empty(), 0, "");
        }
        return new UnitRow(level, prefix + UnitAnchor.of(level), place, unit.score() > 0 ? "hit" : "clean", region, true,
                PageNumbers.atMost(unit.score(), 2),
                PageNumbers.atMost(BAR_PX * unit.score() / highest, 0), signs(study.stacks().get(unit.unit().stack()), unit),
                measures(unit), unit.unit().stack() + 1, PageNumbers.atMost(100 * unit.unit().confidence(), 0));
    }

    private static List<SliceSigns> signs(SliceStack stack, UnitScore unit) {
        List<SliceSigns> signs = new ArrayList<>();
        for (int i = 0; i < stack.slices().size(); i++) {
            String image = stack.slices().get(i).sopInstanceUid();
            Optional<SliceFinding> finding = unit.slices().stream().filter(slice -> slice.sopInstanceUid().equals(image)).findFirst();
            boolean inWindow = unit.window().contains(image);
            if (finding.isPresent() || inWindow) {
                signs.add(new SliceSigns(inWindow ? " window" : "", QuadrantGlyph.svg(i + 1, finding), i + 1));
            }
        }
        return signs;
    }

    private static Optional<String> measures(UnitScore unit) {
        return unit.measures().isEmpty() ? Optional.empty() : Optional.of(unit.measures().entrySet().stream()
                .map(measure -> measure.getKey() + " " + PageNumbers.atMost(measure.getValue(), 2)).collect(Collectors.joining(" · ")));
    }
}
