package spine.evaluate.internal.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import spine.api.anatomy.DiscLevel;

/**
 * What one rater says of one study.
 *
 * @param totals those that are known
 * @param units scores of the units in view; empty if only totals are known
 */
public record Reading(Map<Total, Double> totals, Map<DiscLevel, Double> units) {

    public Reading {
        totals = Collections.unmodifiableMap(totals.isEmpty() ? new EnumMap<>(Total.class) : new EnumMap<>(totals));
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    /** With the totals that its units have. */
    public static Reading of(Map<DiscLevel, Double> units) {
        return new Reading(Map.of(), units).completed();
    }

    /** With the totals that follow from its units where none are known; without units the same. */
    public Reading completed() {
        Map<Total, Double> all = new EnumMap<>(Total.class);
        for (Total total : Total.values()) {
            if (totals.containsKey(total) || !units.isEmpty()) {
                all.put(total, totals.getOrDefault(total, total.of(units.values())));
            }
        }
        return new Reading(all, units);
    }

    /** NaN if it is not known. */
    public double total(Total total) {
        return totals.getOrDefault(total, Double.NaN);
    }

    /** Whether a unit counts as inflamed; one that this rater has not seen does not. */
    public boolean inflamed(DiscLevel level) {
        return units.getOrDefault(level, 0.0) > 0;
    }
}
