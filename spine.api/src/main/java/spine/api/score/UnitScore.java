package spine.api.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import spine.api.anatomy.DiscovertebralUnit;

/**
 * The record of one unit.
 *
 * @param unit the unit; one that is not present scores 0 and has no slices
 * @param score its score, at least 0
 * @param window SOP instance UIDs of the slices that make the score, in stack order; empty when the score is 0
 * @param slices every slice with at least one positive quadrant, in stack order, not only those of the window
 * @param measures what else the index measured, by a name in lower camel case and in a fixed order, such as
 *     {@code oedemaPercent}; finite; may be empty
 */
public record UnitScore(DiscovertebralUnit unit, double score, List<String> window, List<SliceFinding> slices,
        Map<String, Double> measures) {

    public UnitScore {
        Objects.requireNonNull(unit, "unit");
        window = List.copyOf(window);
        slices = List.copyOf(slices);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /** A record without further measures. */
    public UnitScore(DiscovertebralUnit unit, double score, List<String> window, List<SliceFinding> slices) {
        this(unit, score, window, slices, Map.of());
    }

    /** The record of a unit that is clean or not present. */
    public static UnitScore zero(DiscovertebralUnit unit) {
        return new UnitScore(unit, 0, List.of(), List.of());
    }
}
