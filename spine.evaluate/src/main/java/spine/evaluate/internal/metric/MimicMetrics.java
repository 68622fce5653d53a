package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import spine.agreement.mask.MaskOverlap;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.study.StackGeometry;
import spine.evaluate.internal.study.StudyPair;

/** How much of what resembles oedema is called oedema, by kind. */
final class MimicMetrics {

    private MimicMetrics() {
    }

    /** Empty if no truth outlines a mimic. */
    static Optional<MetricSection> of(List<StudyPair> pairs) {
        TreeSet<String> kinds = new TreeSet<>();
        pairs.forEach(pair -> kinds.addAll(pair.mimics().keySet()));
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        List<Metric> metrics = new ArrayList<>();
        kinds.forEach(kind -> metrics.add(marked(kind, pairs)));
        return Optional.of(new MetricSection("Mimics called oedema, share of their area", metrics));
    }

    private static Metric marked(String kind, List<StudyPair> pairs) {
        List<StudyPair> having = pairs.stream().filter(pair -> pair.mimics().containsKey(kind)).toList();
        double marked = having.stream().mapToDouble(pair -> pixelMm2(pair) * of(pair, kind).both()).sum();
        double all = having.stream().mapToDouble(pair -> pixelMm2(pair) * of(pair, kind).first()).sum();
        return Metric.ratio(kind, ClusteredProportions.of(having, pair -> pixelMm2(pair) * of(pair, kind).both(),
                pair -> pixelMm2(pair) * of(pair, kind).first()),
                Math.round(marked) + " of " + Math.round(all) + " mm2 in " + having.size() + " studies");
    }

    private static MaskOverlap of(StudyPair pair, String kind) {
        return pair.mimics().get(kind);
    }

    private static double pixelMm2(StudyPair pair) {
        double pixel = pair.truth().stacks().stream().mapToDouble(StackGeometry::pixelMm).average().orElse(1);
        return pixel * pixel;
    }
}
