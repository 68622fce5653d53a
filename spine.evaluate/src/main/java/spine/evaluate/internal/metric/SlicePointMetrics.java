package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import spine.agreement.decision.ConfusionMatrix;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.study.SlicePoints;
import spine.evaluate.internal.study.StudyPair;

/**
 * The points for depth and intensity, unit by unit and slice by slice, inside the window of the score or not: on slices that show oedema of
 * the unit in truth and report, where the point alone is judged, and on all that show it in truth, where a slice that was missed has no
 * point.
 */
final class SlicePointMetrics {

    private SlicePointMetrics() {
    }

    static MetricSection of(List<StudyPair> pairs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.addAll(point(pairs, "deep", SlicePoints::deep));
        metrics.addAll(point(pairs, "intense", SlicePoints::intense));
        return new MetricSection("Depth and intensity points, by slice", metrics);
    }

    private static List<Metric> point(List<StudyPair> pairs, String name, Predicate<SlicePoints> sign) {
        List<ConfusionMatrix> both = pairs.stream().map(pair -> slices(pair, sign, false)).toList();
        List<ConfusionMatrix> all = pairs.stream().map(pair -> slices(pair, sign, true)).toList();
        return List.of(
                named(name + ": sensitivity, oedema in both", ClusteredProportions.sensitivity(both, "slices with the point in truth")),
                named(name + ": specificity, oedema in both", ClusteredProportions.specificity(both, "slices without")),
                named(name + ": sensitivity, oedema in truth", ClusteredProportions.sensitivity(all, "slices with the point in truth")),
                named(name + ": specificity, oedema in truth", ClusteredProportions.specificity(all, "slices without")));
    }

    private static ConfusionMatrix slices(StudyPair pair, Predicate<SlicePoints> sign, boolean missedToo) {
        ConfusionMatrix confusion = ConfusionMatrix.NONE;
        for (var unit : pair.truth().units().entrySet()) {
            Map<String, SlicePoints> found = pair.predicted(unit.getKey()).slices();
            for (Map.Entry<String, SlicePoints> slice : unit.getValue().slices().entrySet()) {
                SlicePoints points = found.get(slice.getKey());
                if (points != null || missedToo) {
                    confusion = confusion.with(sign.test(slice.getValue()), points != null && sign.test(points));
                }
            }
        }
        return confusion;
    }

    private static Metric named(String name, Metric metric) {
        return new Metric(name, metric.estimate(), metric.decimals(), metric.basis());
    }
}
