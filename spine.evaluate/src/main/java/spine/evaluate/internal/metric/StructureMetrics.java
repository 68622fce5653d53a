package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.partial.StructureOutcome;
import spine.evaluate.internal.study.MaskKind;

/** Outlined bodies and discs of partial truths: whether they are found, rightly named and rightly drawn. */
final class StructureMetrics {

    private StructureMetrics() {
    }

    /** @param pairs those that outline a structure, at least one */
    static MetricSection of(String title, List<PartialPair> pairs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(Metric.count("studies", pairs.size(), "with outlines"));
        metrics.add(structures("structures found", pairs, any -> true, StructureOutcome::found));
        metrics.add(structures("structures found and rightly named", pairs, any -> true, StructureOutcome::rightlyNamed));
        metrics.add(structures("bodies found", pairs, isOf(MaskKind.BODY), StructureOutcome::found));
        metrics.add(structures("discs found", pairs, isOf(MaskKind.DISC), StructureOutcome::found));
        metrics.add(dice("body Dice, images that show it well", pairs, MaskKind.BODY));
        metrics.add(dice("disc Dice, images that show it well", pairs, MaskKind.DISC));
        List<PartialPair> right = pairs.stream().filter(PartialPair::allRight).toList();
        List<PartialPair> misnamed = pairs.stream().filter(PartialPair::misnamed).toList();
        metrics.add(studies("studies all right", right.size(), pairs.size(), "studies"));
        metrics.add(studies("studies misnamed", misnamed.size(), pairs.size(), "studies"));
        metrics.add(studies("misnamed without a warning", misnamed.stream().filter(pair -> !pair.warned()).count(), misnamed.size(),
                "misnamed studies"));
        metrics.add(studies("all right but warned", right.stream().filter(PartialPair::warned).count(), right.size(),
                "studies that are all right"));
        metrics.addAll(NameConfidence.metrics(pairs));
        return new MetricSection(title, metrics);
    }

    private static Metric studies(String name, long part, long whole, String things) {
        return Metric.share(name, part, whole, part + " of " + whole + " " + things);
    }

    private static Predicate<StructureOutcome> isOf(MaskKind kind) {
        return structure -> structure.kind() == kind;
    }

    private static Metric structures(String name, List<PartialPair> pairs, Predicate<StructureOutcome> which,
            Predicate<StructureOutcome> good) {
        MetricValue share = ClusteredProportions.of(pairs, pair -> count(pair, which.and(good)), pair -> count(pair, which));
        long part = pairs.stream().mapToLong(pair -> count(pair, which.and(good))).sum();
        return Metric.ratio(name, share, part + " of " + pairs.stream().mapToLong(pair -> count(pair, which)).sum() + " structures");
    }

    private static Metric dice(String name, List<PartialPair> pairs, MaskKind kind) {
        Predicate<StructureOutcome> drawn = isOf(kind).and(StructureOutcome::found);
        return Metric.ratio(name, ClusteredProportions.of(pairs,
                pair -> pair.structures().stream().filter(drawn).mapToDouble(structure -> structure.overlap().dice()).sum(),
                pair -> count(pair, drawn)), "mean of those found");
    }

    private static long count(PartialPair pair, Predicate<StructureOutcome> which) {
        return pair.structures().stream().filter(which).count();
    }
}
