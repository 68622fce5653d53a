package com.example.berlin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringIndexService;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;

/**
 * The Berlin modification of ASspiMRI-a: each of the 23 units gets 0 to 3 points for the share of its marrow that shows
 * oedema, see {@link BerlinGrade}. The total {@code total23} runs from 0 to 69; in trials more than 2 was called inflamed and
 * at most 2 remission (RMD Open 2017;3:e000430).
 *
 * <p>The published rule leaves the slices to the reader's judgement. Here all central slices count together, those that show
 * the spinal canal: the share is oedema over marrow, summed over them. Where no canal was found all slices count, and the
 * report says so.
 */
@Component
@ScoringIndexService(id = BerlinIndex.ID, version = BerlinIndex.VERSION)
public final class BerlinIndex implements ScoringIndex {
    static final String ID = "berlin";
    static final String VERSION = "1.0.0";

    private static final String TOTAL = "total23";
    private static final int LISTED = 6;

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = new ArrayList<>();
        List<String> withoutCanal = new ArrayList<>();
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            UnitMarrow marrow = UnitView.of(input, unit).map(UnitMarrow::new).orElse(null);
            units.add(marrow == null ? UnitScore.zero(unit) : marrow.score());
            if (marrow != null && !marrow.canalSeen()) {
                withoutCanal.add(unit.level().label());
            }
        }
        double total = units.stream().mapToDouble(UnitScore::score).sum();
        return new Score(ID, VERSION, Map.of(TOTAL, total), Map.of(TOTAL, highest(input)),
                Score.worst(units, LISTED), units, warnings(withoutCanal));
    }

    /** Extra units of a numerical variant count like any other, missing ones do not. */
    private static double highest(ScoringInput input) {
        return (double) input.anatomy().variant().units().size() * BerlinGrade.HIGHEST;
    }

    private static List<String> warnings(List<String> withoutCanal) {
        return withoutCanal.isEmpty() ? List.of() : List.of("Berlin score: no slice shows the spinal canal at "
                + String.join(", ", withoutCanal) + ", so all slices counted there instead of the central ones.");
    }
}
