package spine.api.score;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an index says of one study. The platform checks every score of a {@link ScoringIndex} against this and refuses one that
 * does not keep it, by name; the other indices of the study keep theirs.
 *
 * @param indexId identity of the index, such as {@code sparcc}: a JSON key, lower case
 * @param indexVersion version of the index
 * @param totals named totals in a fixed order, for example {@code total23} and {@code total6}; at least one, the first
 *     is the headline. Finite, at least 0 and at most their maximum; an index whose sum can be negative reports what it measures as
 *     {@link UnitScore#measures}. All NaN where nothing could be scored ({@link #unscored})
 * @param maxima the highest value a total can have, finite, by its name; a total without one has no limit worth naming
 * @param worst labels of the units with the highest scores above 0, highest first, then from head to foot; may be empty
 * @param units a record for each unit of the anatomy, from head to foot; none where nothing could be scored
 * @param warnings sentences for the reader of the report
 */
public record Score(String indexId, String indexVersion, Map<String, Double> totals, Map<String, Double> maxima,
        List<String> worst, List<UnitScore> units, List<String> warnings) {

    public Score {
        Objects.requireNonNull(indexId, "indexId");
        Objects.requireNonNull(indexVersion, "indexVersion");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        maxima = Map.copyOf(maxima);
        worst = List.copyOf(worst);
        units = List.copyOf(units);
        warnings = List.copyOf(warnings);
    }

    /** A score whose totals have no limit worth naming. */
    public Score(String indexId, String indexVersion, Map<String, Double> totals, List<String> worst, List<UnitScore> units,
            List<String> warnings) {
        this(indexId, indexVersion, totals, Map.of(), worst, units, warnings);
    }

    /** The same index on images that show no spine: totals NaN, which reports leave empty, and no units. */
    public Score unscored() {
        Map<String, Double> none = new LinkedHashMap<>();
        totals.keySet().forEach(name -> none.put(name, Double.NaN));
        return new Score(indexId, indexVersion, none, maxima, List.of(), List.of(), List.of());
    }

    /** Of how many units the totals are made: those that are in view. */
    public int unitsInView() {
        return (int) units.stream().filter(unit -> unit.unit().present()).count();
    }

    /** The labels for {@link #worst}: of the units above 0 the {@code count} highest, of equal ones the upper first. */
    public static List<String> worst(List<UnitScore> units, int count) {
        return units.stream().filter(unit -> unit.score() > 0)
                .sorted(Comparator.comparingDouble(UnitScore::score).reversed()).limit(count)
                .map(unit -> unit.unit().level().label()).toList();
    }
}
