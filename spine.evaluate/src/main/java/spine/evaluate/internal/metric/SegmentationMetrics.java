package spine.evaluate.internal.metric;

import java.util.List;
import java.util.function.Predicate;
import spine.agreement.mask.MaskOverlap;
import spine.evaluate.internal.measure.ClusteredProportions;
import spine.evaluate.internal.measure.Metric;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.study.ImagePair;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.StudyPair;

/**
 * Dice of masks. A mean over images takes those on which the truth has the structure, so that two empty masks are never compared;
 * intervals by cluster bootstrap over patients.
 */
final class SegmentationMetrics {

    private SegmentationMetrics() {
    }

    static MetricSection of(List<StudyPair> pairs) {
        Predicate<ImagePair> inflamed = image -> image.truth().inflamed();
        return new MetricSection("Dice", List.of(
                mean("vertebral body, all images", pairs, MaskKind.BODY, image -> true),
                mean("vertebral body, images with inflammation", pairs, MaskKind.BODY, inflamed),
                pooled("vertebral body, pooled over all pixels", pairs, MaskKind.BODY),
                mean("disc, all images", pairs, MaskKind.DISC, image -> true),
                mean("disc, images with inflammation", pairs, MaskKind.DISC, inflamed),
                pooled("disc, pooled over all pixels", pairs, MaskKind.DISC),
                mean("oedema, images with oedema", pairs, MaskKind.OEDEMA, image -> true),
                mean("oedema, images where both overlap", pairs, MaskKind.OEDEMA, image -> image.oedema().both() > 0),
                pooled("oedema, pooled over all pixels", pairs, MaskKind.OEDEMA)));
    }

    private static Metric mean(String name, List<StudyPair> pairs, MaskKind tissue, Predicate<ImagePair> which) {
        Predicate<ImagePair> counted = which.and(image -> image.of(tissue).first() > 0);
        long images = pairs.stream().flatMap(pair -> pair.images().stream()).filter(counted).count();
        return Metric.ratio(name, ClusteredProportions.of(pairs,
                pair -> pair.images().stream().filter(counted).mapToDouble(image -> image.of(tissue).dice()).sum(),
                pair -> pair.images().stream().filter(counted).count()), "mean of " + images + " images");
    }

    private static Metric pooled(String name, List<StudyPair> pairs, MaskKind tissue) {
        return Metric.ratio(name, ClusteredProportions.of(pairs, pair -> 2.0 * sum(pair, tissue).both(),
                pair -> sum(pair, tissue).first() + sum(pair, tissue).second()), "pixels of all studies together");
    }

    private static MaskOverlap sum(StudyPair pair, MaskKind tissue) {
        return pair.images().stream().map(image -> image.of(tissue)).reduce(MaskOverlap.NONE, MaskOverlap::plus);
    }
}
