package spine.evaluate.internal.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import spine.agreement.mask.MaskOverlap;
import spine.api.report.ImageFinding;
import spine.common.text.Decimals;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.partial.LesionOutcome;
import spine.evaluate.internal.partial.OedemaOutcome;
import spine.evaluate.internal.partial.PartialPair;

/** Healthy studies, lesions of patients and inserted lesions of partial truths. */
final class KnownLesionMetrics {

    private KnownLesionMetrics() {
    }

    /** Studies that are known to be healthy, empty if there are none. */
    static Optional<MetricSection> healthy(List<PartialPair> pairs, String total) {
        List<PartialPair> healthy = pairs.stream().filter(pair -> pair.truth().healthy().orElse(false)).toList();
        if (healthy.isEmpty()) {
            return Optional.empty();
        }
        long zero = healthy.stream().filter(pair -> pair.scoredZero(total)).count();
        long images = healthy.stream().mapToLong(pair -> pair.prediction().images().size()).sum();
        long inflamed = healthy.stream().mapToLong(KnownLesionMetrics::inflamed).sum();
        return Optional.of(new MetricSection("Healthy studies", List.of(
                Metric.share("scored 0", zero, healthy.size(), zero + " of " + healthy.size() + " studies"),
                Metric.ratio("images not called inflamed", ClusteredProportions.of(healthy,
                        pair -> pair.prediction().images().size() - inflamed(pair), pair -> pair.prediction().images().size()),
                        images - inflamed + " of " + images + " images"))));
    }

    /** Lesions that the patients have, empty if none is known. */
    static Optional<MetricSection> ofPatients(List<PartialPair> pairs) {
        Predicate<LesionOutcome> named = lesion -> !lesion.lesion().inserted() && lesion.lesion().unit().isPresent();
        Predicate<LesionOutcome> outlined = lesion -> !lesion.lesion().inserted() && lesion.lesion().outlined();
        List<Metric> metrics = new ArrayList<>();
        if (any(pairs, named)) {
            metrics.add(share("unit of the lesion scored above 0", pairs, named, LesionOutcome::scoredOnItsLevel, "lesions"));
        }
        if (any(pairs, outlined)) {
            metrics.add(share("oedema touches the lesion", pairs, outlined, LesionOutcome::touched, "outlined lesions"));
        }
        return metrics.isEmpty() ? Optional.empty() : Optional.of(new MetricSection("Lesions of patients", metrics));
    }

    /** One section per contrast of the inserted lesions, by increasing contrast. */
    static List<MetricSection> inserted(List<PartialPair> pairs, String total) {
        TreeMap<Double, List<PartialPair>> ratios = new TreeMap<>();
        for (PartialPair pair : pairs) {
            pair.lesions().stream().map(LesionOutcome::lesion).filter(lesion -> lesion.inserted()).findFirst()
                    .ifPresent(lesion -> ratios.computeIfAbsent(lesion.ratio(), any -> new ArrayList<>()).add(pair));
        }
        return ratios.entrySet().stream().map(entry -> inserted("Inserted lesions, " + Decimals.atMost(entry.getKey(), 2, "")
                + " times the marrow", entry.getValue(), total)).toList();
    }

    private static MetricSection inserted(String title, List<PartialPair> pairs, String total) {
        Predicate<LesionOutcome> put = lesion -> lesion.lesion().inserted();
        long zero = pairs.stream().filter(pair -> pair.scoredZero(total)).count();
        List<OedemaOutcome> drawn = pairs.stream().flatMap(pair -> pair.oedema().stream())
                .filter(oedema -> oedema.overlap().second() > 0).toList();
        long images = pairs.stream().flatMap(pair -> pair.lesions().stream()).filter(put).mapToLong(LesionOutcome::images).sum();
        long inflamed = pairs.stream().flatMap(pair -> pair.lesions().stream()).filter(put).mapToLong(LesionOutcome::inflamed).sum();
        return new MetricSection(title, List.of(
                Metric.count("studies", pairs.size(), ""),
                share("oedema touches the lesion", pairs, put, LesionOutcome::touched, "lesions"),
                share("unit of the lesion scored above 0", pairs, put, LesionOutcome::scoredOnItsLevel, "lesions"),
                Metric.share("studies scored 0", zero, pairs.size(), zero + " of " + pairs.size() + " studies"),
                Metric.ratio("images of lesions called inflamed", ClusteredProportions.of(pairs,
                        pair -> pair.lesions().stream().filter(put).mapToDouble(LesionOutcome::inflamed).sum(),
                        pair -> pair.lesions().stream().filter(put).mapToDouble(LesionOutcome::images).sum()),
                        inflamed + " of " + images + " images"),
                Metric.ratio("Dice, studies with any oedema", ClusteredProportions.of(drawn, oedema -> oedema.overlap().dice(), any -> 1),
                        "mean of " + drawn.size() + " studies"),
                Metric.ratio("Dice, pooled over all pixels", ClusteredProportions.of(pairs, pair -> 2.0 * overlap(pair).both(),
                        pair -> overlap(pair).first() + overlap(pair).second()), "pixels of all studies together"),
                Metric.count("false pixels",
                        pairs.stream().flatMap(pair -> pair.oedema().stream()).mapToLong(OedemaOutcome::falsePixels).sum(),
                        "more than " + OedemaOutcome.NEAR + " pixels off, all studies")));
    }

    private static MaskOverlap overlap(PartialPair pair) {
        return pair.oedema().map(OedemaOutcome::overlap).orElse(MaskOverlap.NONE);
    }

    private static long inflamed(PartialPair pair) {
        return pair.prediction().images().values().stream().filter(ImageFinding::inflamed).count();
    }

    private static boolean any(List<PartialPair> pairs, Predicate<LesionOutcome> which) {
        return pairs.stream().flatMap(pair -> pair.lesions().stream()).anyMatch(which);
    }

    private static Metric share(String name, List<PartialPair> pairs, Predicate<LesionOutcome> which, Predicate<LesionOutcome> good,
            String things) {
        long part = pairs.stream().mapToLong(pair -> count(pair, which.and(good))).sum();
        long whole = pairs.stream().mapToLong(pair -> count(pair, which)).sum();
        return Metric.ratio(name, ClusteredProportions.of(pairs, pair -> count(pair, which.and(good)), pair -> count(pair, which)),
                part + " of " + whole + " " + things);
    }

    private static long count(PartialPair pair, Predicate<LesionOutcome> which) {
        return pair.lesions().stream().filter(which).count();
    }
}
