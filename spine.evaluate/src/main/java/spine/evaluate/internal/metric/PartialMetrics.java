package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.partial.PartialPair;

/**
 * All metrics of studies with partial truth; a section without anything to measure is left out. A score is the first total of the index.
 */
final class PartialMetrics {

    private PartialMetrics() {
    }

    static List<MetricSection> of(List<PartialPair> pairs) {
        String total = pairs.stream().flatMap(pair -> pair.prediction().totals().keySet().stream()).findFirst().orElse("");
        List<MetricSection> sections = new ArrayList<>();
        List<PartialPair> outlined = pairs.stream().filter(pair -> !pair.structures().isEmpty()).toList();
        if (!outlined.isEmpty()) {
            sections.add(StructureMetrics.of("Outlined structures", outlined));
        }
        Map<String, List<PartialPair>> groups = new TreeMap<>();
        outlined.forEach(pair -> groups.computeIfAbsent(pair.truth().group(), any -> new ArrayList<>()).add(pair));
        if (groups.size() > 1) {
            groups.forEach((name, group) ->
                    sections.add(StructureMetrics.of("Outlined structures, " + (name.isEmpty() ? "no group" : name), group)));
        }
        KnownLesionMetrics.healthy(pairs, total).ifPresent(sections::add);
        KnownLesionMetrics.ofPatients(pairs).ifPresent(sections::add);
        sections.addAll(KnownLesionMetrics.inserted(pairs, total));
        return sections;
    }
}
