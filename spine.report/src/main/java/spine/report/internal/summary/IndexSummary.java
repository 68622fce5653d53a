package spine.report.internal.summary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import spine.api.anatomy.DiscLevel;
import spine.api.score.ScoreInterval;

/**
 * What one index says of a study.
 *
 * @param id of the index
 * @param totals by name, in the order of the report; NaN where the images show no spine
 * @param intervals of totals that have one
 * @param coverage of the intervals, 0 to 1; NaN without any
 * @param unitsInView of how many units the totals are made
 * @param worst labels of the units with the highest scores above 0, highest first
 * @param units scores of the units in view, from head to foot
 */
public record IndexSummary(String id, Map<String, Double> totals, Map<String, ScoreInterval> intervals, double coverage, int unitsInView,
        List<String> worst, SortedMap<DiscLevel, Double> units) {

    public IndexSummary {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        intervals = Map.copyOf(intervals);
        worst = List.copyOf(worst);
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }
}
