package spine.report.internal.cohort;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import spine.report.internal.summary.StudySummary;

/**
 * Something by which results came about, such as a set of models, and how many studies share it.
 *
 * @param words what it is
 */
record Provenance(String words, int studies) {

    /** By models, sorted. */
    static List<Provenance> models(List<CohortStudy> studies) {
        return of(studies, summary -> summary.models().isEmpty() ? "no model: a reading" : String.join("; ", summary.models()));
    }

    /** By digest of the settings, sorted. */
    static List<Provenance> settings(List<CohortStudy> studies) {
        return of(studies, summary -> summary.settings().isEmpty() ? "settings unknown" : summary.settings());
    }

    /** By what became of them, sorted. */
    static List<Provenance> states(List<CohortStudy> studies, Function<StudyState, String> words) {
        return of(studies.stream().map(CohortStudy::state).map(words));
    }

    /** By statement on their use, sorted. */
    static List<Provenance> uses(List<CohortStudy> studies) {
        return of(studies, StudySummary::researchUse).stream().filter(use -> !use.words.isEmpty()).toList();
    }

    private static List<Provenance> of(List<CohortStudy> studies, Function<StudySummary, String> words) {
        return of(studies.stream().flatMap(study -> study.summary().stream()).map(words));
    }

    private static List<Provenance> of(Stream<String> words) {
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach(of -> counts.merge(of, 1, Integer::sum));
        return counts.entrySet().stream().map(entry -> new Provenance(entry.getKey(), entry.getValue())).toList();
    }
}
