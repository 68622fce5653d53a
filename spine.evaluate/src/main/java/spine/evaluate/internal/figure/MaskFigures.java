package spine.evaluate.internal.figure;

import java.util.List;
import java.util.function.Predicate;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.study.ImagePair;
import spine.evaluate.internal.study.Overlap;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.Tissue;

/**
 * Dice of masks. A mean over images takes those on which the truth has the structure, so that empty masks never meet;
 * intervals by redrawing patients.
 */
final class MaskFigures {

    private MaskFigures() {
    }

    static Section of(List<StudyPair> pairs) {
        Predicate<ImagePair> inflamed = image -> image.truth().inflamed();
        return new Section("Dice", List.of(
                mean("vertebral body, all images", pairs, Tissue.BODY, image -> true),
                mean("vertebral body, images with inflammation", pairs, Tissue.BODY, inflamed),
                mean("disc, all images", pairs, Tissue.DISC, image -> true),
                mean("disc, images with inflammation", pairs, Tissue.DISC, inflamed),
                mean("oedema, images with oedema", pairs, Tissue.OEDEMA, image -> true),
                mean("oedema, images where both overlap", pairs, Tissue.OEDEMA, image -> image.oedema().both() > 0),
                Figure.share("oedema, pooled over all pixels", Bootstrap.of(pairs, MaskFigures::pooled))));
    }

    private static Figure mean(String name, List<StudyPair> pairs, Tissue tissue, Predicate<ImagePair> which) {
        Predicate<ImagePair> counted = which.and(image -> image.of(tissue).truth() > 0);
        long images = pairs.stream().flatMap(pair -> pair.images().stream()).filter(counted).count();
        return Figure.share(name, Bootstrap.of(pairs, sample -> sample.stream().flatMap(pair -> pair.images().stream())
                .filter(counted).mapToDouble(image -> image.of(tissue).dice()).average().orElse(Double.NaN)), "n = " + images);
    }

    private static double pooled(List<StudyPair> pairs) {
        return pairs.stream().flatMap(pair -> pair.images().stream()).map(ImagePair::oedema)
                .reduce(new Overlap(0, 0, 0), Overlap::plus).dice();
    }
}
