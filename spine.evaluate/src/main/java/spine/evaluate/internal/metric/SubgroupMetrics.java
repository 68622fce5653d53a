package spine.evaluate.internal.metric;

import java.util.List;
import spine.agreement.Pairs;
import spine.agreement.score.BlandAltman;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;

/** The metrics that are compared between subgroups. */
public final class SubgroupMetrics {

    private SubgroupMetrics() {
    }

    /** @param total name of the main total */
    static MetricSection of(Subgroup group, String total) {
        List<double[]> scores = ScoreTotals.of(group.pairs(), total);
        MetricSection images = ClassificationMetrics.images(group.pairs());
        MetricSection units = ClassificationMetrics.units(group.pairs());
        MetricSection dice = SegmentationMetrics.of(group.pairs());
        return new MetricSection(title(group), List.of(
                Metric.count("studies", group.pairs().size(), ""),
                Metric.ratio("ICC(2,1) " + total, confidence -> ScoreAgreement.agreement(scores, confidence),
                        "n = " + scores.size()),
                Metric.points("bias " + total, confidence -> new BlandAltman(Pairs.of(
                        scores.stream().mapToDouble(pair -> pair[1]).toArray(), scores.stream().mapToDouble(pair -> pair[0]).toArray()))
                        .bias(confidence), "prediction - truth"),
                named("image sensitivity", images, "sensitivity"),
                named("image specificity", images, "specificity"),
                named("image AUC", images, "AUC"),
                named("unit sensitivity", units, "sensitivity"),
                named("unit specificity", units, "specificity"),
                named("body Dice", dice, "vertebral body, all images"),
                named("disc Dice", dice, "disc, all images"),
                named("oedema Dice", dice, "oedema, pooled over all pixels")));
    }

    private static String title(Subgroup group) {
        return "Subgroup " + group.by() + ": " + group.name();
    }

    private static Metric named(String name, MetricSection section, String metric) {
        Metric found = section.metric(metric);
        return new Metric(name, found.estimate(), found.decimals(), found.basis());
    }
}
