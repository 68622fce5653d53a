package spine.evaluate.internal.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody or something that scores studies.
 *
 * @param name for tables and plots
 * @param readings by study
 */
public record Rater(String name, Map<Visit, Reading> readings) {
    private static final Reading NOTHING = new Reading(Map.of(), Map.of());

    public Rater {
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** What it says of a study; a reading of nothing if it has not seen it. */
    public Reading of(Visit visit) {
        return readings.getOrDefault(visit, NOTHING);
    }
}
