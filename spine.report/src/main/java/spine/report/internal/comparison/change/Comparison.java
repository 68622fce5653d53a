package spine.report.internal.comparison.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.api.UnusableInputException;
import spine.report.internal.archive.ArchivedResult;

/**
 * All that is found out of results over time.
 *
 * @param points the results, at least two of which show a spine
 * @param indices every index that all results have, at least one
 * @param errors of measurement, by identity of the index
 * @param lesions from head to foot
 * @param checks whether they can be compared
 */
public record Comparison(List<TimePointResult> points, List<IndexSeries> indices, Map<String, MeasurementError> errors,
        List<LesionTrack> lesions, Checks checks) {

    /** Two time points, counted from 0. */
    public record Pair(int from, int to) {
    }

    public Comparison {
        points = List.copyOf(points);
        indices = List.copyOf(indices);
        errors = new TreeMap<>(errors);
        lesions = List.copyOf(lesions);
    }

    /** @throws UnusableInputException if fewer than two show a spine, or they have no index in common; the sentence names one */
    public static void requireComparable(List<ArchivedResult> results) throws UnusableInputException {
        List<ArchivedResult> without = results.stream().filter(result -> result.anatomy().noSpine().isPresent()).toList();
        if (results.size() - without.size() < 2) {
            throw new UnusableInputException("The result in " + without.get(0).folder()
                    + " shows no spine, so there is nothing to compare with the others.");
        }
        Set<String> common = totals(results.get(0));
        for (ArchivedResult other : results) {
            common.retainAll(totals(other));
            if (common.isEmpty()) {
                throw new UnusableInputException("The results in " + results.get(0).folder() + " and " + other.folder()
                        + " have no total of an index in common: score both studies by the same index.");
            }
        }
    }

    private static Set<String> totals(ArchivedResult result) {
        return result.scores().stream().flatMap(score -> score.totals().keySet().stream().map(total -> score.indexId() + " " + total))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @param points of results that can be compared */
    public static Comparison of(List<TimePointResult> points) {
        List<IndexSeries> indices = IndexSeries.of(points).stream().filter(index -> !index.totals().isEmpty()).toList();
        Map<String, MeasurementError> errors = new HashMap<>();
        indices.forEach(index -> errors.put(index.indexId(), MeasurementError.of(index.indexId(), points)));
        return new Comparison(points, indices, errors, LesionMatching.of(points), Checks.of(points, indices));
    }

    /** The time points that show a spine, counted from 0. */
    public List<Integer> spines() {
        return points.stream().filter(TimePointResult::spine).map(point -> point.number() - 1).toList();
    }

    /** From the first to the last time point with a spine. */
    public Pair whole() {
        List<Integer> spines = spines();
        return new Pair(spines.get(0), spines.get(spines.size() - 1));
    }

    /** The first time point with each later one, and each with the next; all of those with a spine. */
    public List<Pair> pairs() {
        List<Integer> spines = spines();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < spines.size(); i++) {
            pairs.add(new Pair(spines.get(0), spines.get(i)));
        }
        for (int i = 2; i < spines.size(); i++) {
            pairs.add(new Pair(spines.get(i - 1), spines.get(i)));
        }
        return pairs;
    }

    /** Of what is compared of a total, see {@link TotalSeries#compared}. */
    public Change change(IndexSeries index, TotalSeries total, Pair pair) {
        return new Change(total.compared().get(pair.from), total.compared().get(pair.to),
                errors.get(index.indexId()).ofTotal(total.name()), ImportantChange.of(index.indexId(), total.name()));
    }

    public Change change(IndexSeries index, UnitSeries unit, Pair pair) {
        return new Change(unit.value(pair.from), unit.value(pair.to), errors.get(index.indexId()).ofUnit(), OptionalDouble.empty());
    }

    /** How many lesions have that fate from one time point to another. */
    public long count(LesionTrack.Fate fate, Pair pair) {
        return lesions.stream().filter(lesion -> lesion.fate(pair.from, pair.to) == fate).count();
    }
}
