package com.example.canden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringIndexService;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;

/**
 * The vertebral-body part of the CANDEN inflammation score (Krabbe et al., RMD Open 2019;5:e001057): corner lesions, 0 to
 * 254, and non-corner lesions (spondylodiscitis), 0 to 162; together {@code body}, 0 to 416. The remaining 198 points of the
 * 614 belong to facet joints and posterolateral elements, which nothing in the input outlines: this is not the whole score.
 *
 * <p>What an endplate can get stands in {@link EndplateScore}, what the published text leaves open in {@link SiteFinder}.
 */
@Component
@ScoringIndexService(id = CandenIndex.ID, version = CandenIndex.VERSION)
public final class CandenIndex implements ScoringIndex {
    static final String ID = "canden";
    static final String VERSION = "1.0.0";

    private static final int LISTED = 6;

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = new ArrayList<>();
        List<String> withoutCanal = new ArrayList<>();
        int corner = 0;
        int nonCorner = 0;
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            UnitReading reading = UnitView.of(input, unit).map(UnitReading::new).orElse(null);
            if (reading == null) {
                units.add(UnitScore.zero(unit));
                continue;
            }
            units.add(reading.score());
            corner += reading.corner();
            nonCorner += reading.nonCorner();
            if (!reading.sidesKnown()) {
                withoutCanal.add(unit.level().label());
            }
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("body", (double) corner + nonCorner);
        totals.put("corner", (double) corner);
        totals.put("nonCorner", (double) nonCorner);
        return new Score(ID, VERSION, totals, maxima(input), Score.worst(units, LISTED), units, warnings(withoutCanal));
    }

    /** As published for 23 units; one more or fewer has two thoracic or lumbar endplates of 6 points at corners and 4 elsewhere. */
    private static Map<String, Double> maxima(ScoringInput input) {
        int more = input.anatomy().variant().units().size() - DiscLevel.ALL.size();
        return Map.of("body", 416.0 + 20 * more, "corner", 254.0 + 12 * more, "nonCorner", 162.0 + 8 * more);
    }

    private static List<String> warnings(List<String> withoutCanal) {
        return withoutCanal.isEmpty() ? List.of() : List.of("CANDEN score: no slice shows the spinal canal at "
                + String.join(", ", withoutCanal) + ", so all slices counted as central there.");
    }
}
