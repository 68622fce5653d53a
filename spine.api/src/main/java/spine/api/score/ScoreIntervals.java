package spine.api.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The uncertainty of the totals of one index on one study: an interval for each total, or why there is none.
 *
 * @param indexId identity of the index
 * @param coverage share of studies like the calibrated ones whose true total lies in its interval, such as 0.9
 * @param totals intervals by name of the total, in the order of the totals; empty if withheld
 * @param withheld why there is none, one sentence for the reader of the report; empty if there are intervals
 */
public record ScoreIntervals(String indexId, double coverage, Map<String, ScoreInterval> totals, String withheld) {

    /** @throws IllegalArgumentException if there is neither an interval nor a sentence, or both */
    public ScoreIntervals {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(withheld, "withheld");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        if (totals.isEmpty() == withheld.isEmpty()) {
            throw new IllegalArgumentException("intervals of " + indexId
                    + " need either totals or a sentence that says why there are none");
        }
    }

    /** None, for a reason. */
    public static ScoreIntervals withheld(String indexId, double coverage, String why) {
        return new ScoreIntervals(indexId, coverage, Map.of(), why);
    }
}
