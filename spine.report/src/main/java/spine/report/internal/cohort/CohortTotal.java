package spine.report.internal.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.report.internal.page.IndexName;
import spine.report.internal.summary.IndexSummary;

/**
 * A total that at least one study has.
 *
 * @param number counted from 0
 * @param map number of the heat map of its index
 * @param index as people write it
 */
record CohortTotal(int number, int map, String indexId, String index, String name, Figures figures, Histogram histogram) {

    /** Index by index, in the order in which the studies have them. */
    static List<CohortTotal> of(List<CohortStudy> studies) {
        Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
        studies.stream().flatMap(study -> study.summary().stream()).forEach(summary -> summary.indices().forEach(index -> {
            Map<String, List<Double>> totals = values.computeIfAbsent(index.id(), id -> new LinkedHashMap<>());
            index.totals().forEach((name, value) -> {
                List<Double> known = totals.computeIfAbsent(name, total -> new ArrayList<>());
                if (value >= 0) {
                    known.add(value);
                }
            });
        }));
        List<CohortTotal> all = new ArrayList<>();
        List<String> indices = List.copyOf(values.keySet());
        values.forEach((id, totals) -> totals.forEach((name, known) -> all.add(new CohortTotal(all.size(), indices.indexOf(id), id,
                IndexName.of(id), name, Figures.of(known), Histogram.of(known)))));
        return all;
    }

    /** The value of a study; NaN where it has none. */
    double in(CohortStudy study) {
        return index(study).map(index -> index.totals().getOrDefault(name, Double.NaN)).orElse(Double.NaN);
    }

    /** What its index says of a study. */
    Optional<IndexSummary> index(CohortStudy study) {
        return study.summary().flatMap(summary -> summary.indices().stream().filter(index -> index.id().equals(indexId)).findFirst());
    }

    boolean first() {
        return number == 0;
    }
}
