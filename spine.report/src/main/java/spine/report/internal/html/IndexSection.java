package spine.report.internal.html;

import java.util.List;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.report.internal.page.IndexName;

/**
 * The units as one index scores them.
 *
 * @param suffix names the index in headings where there are several; may be empty
 * @param worst the most affected units with their slices
 * @param units all 23
 */
record IndexSection(String suffix, List<AffectedUnit> worst, List<UnitRow> units) {

    static IndexSection of(ScoringResult result, Score score) {
        List<AffectedUnit> worst = score.worst().parallelStream().map(level -> AffectedUnit.of(result,
                score.units().stream().filter(unit -> unit.unit().level().label().equals(level)).findFirst().orElseThrow())).toList();
        double highest = Math.max(1, score.units().stream().mapToDouble(UnitScore::score).max().orElse(1));
        return new IndexSection(result.scores().size() > 1 ? " · " + IndexName.of(score) : "", worst,
                score.units().stream().map(unit -> UnitRow.of(result.study(), unit, highest)).toList());
    }

    boolean positive() {
        return !worst.isEmpty();
    }
}
