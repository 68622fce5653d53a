package spine.phantom.internal.core.reader;

import java.util.Map;
import spine.api.anatomy.DiscLevel;

/**
 * What a reader scored.
 *
 * @param reader name
 * @param sitting from 1
 * @param total23 sum of all units
 * @param total6 sum of the six highest
 * @param units score of every unit in view, head to foot
 */
public record Reading(String reader, int sitting, double total23, double total6, Map<DiscLevel, Double> units) {
}
