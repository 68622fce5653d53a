package spine.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import spine.api.score.ScoreInterval;

/**
 * What a report says of one index.
 *
 * @param indexId identity of the index
 * @param indexVersion its version
 * @param totals by name, in the order of the report; NaN for one that was not attempted
 * @param intervals where the totals lie, by name; empty if the report does not say
 * @param units from head to foot
 */
public record ReportedScore(String indexId, String indexVersion, Map<String, Double> totals, Map<String, ScoreInterval> intervals,
        List<ReportedUnit> units) {

    public ReportedScore {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(indexVersion, "indexVersion");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        units = List.copyOf(units);
    }
}
