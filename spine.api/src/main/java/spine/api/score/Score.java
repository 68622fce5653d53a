package spine.api.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an index says of one study.
 *
 * @param indexId identity of the index, such as {@code sparcc}: a JSON key, lower case
 * @param indexVersion version of the index
 * @param totals named totals in a fixed order, for example {@code total23} and {@code total6}; at least one, the first
 *     is the headline
 * @param worst labels of the units with the highest scores above 0, highest first, then from head to foot; may be empty
 * @param units 23 records from head to foot
 * @param warnings sentences for the reader of the report
 */
public record Score(String indexId, String indexVersion, Map<String, Double> totals, List<String> worst,
        List<UnitScore> units, List<String> warnings) {

    public Score {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(indexVersion, "indexVersion");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        worst = List.copyOf(worst);
        units = List.copyOf(units);
        warnings = List.copyOf(warnings);
    }
}
