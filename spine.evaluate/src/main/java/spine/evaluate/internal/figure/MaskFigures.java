package spine.evaluate.internal.figure;

import java.util.List;
import java.util.function.Predicate;
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
                pooled("vertebral body, pooled over all pixels", pairs, Tissue.BODY),
                mean("disc, all images", pairs, Tissue.DISC, image -> true),
                mean("disc, images with inflammation", pairs, Tissue.DISC, inflamed),
                pooled("disc, pooled over all pixels", pairs, Tissue.DISC),
                mean("oedema, images with oedema", pairs, Tissue.OEDEMA, image -> true),
                mean("oedema, images where both overlap", pairs, Tissue.OEDEMA, image -> image.oedema().both() > 0),
                pooled("oedema, pooled over all pixels", pairs, Tissue.OEDEMA)));
    }

    private static Figure mean(String name, List<StudyPair> pairs, Tissue tissue, Predicate<ImagePair> which) {
        Predicate<ImagePair> counted = which.and(image -> image.of(tissue).truth() > 0);
        long images = pairs.stream().flatMap(pair -> pair.images().stream()).filter(counted).count();
        return Figure.share(name, Shares.of(pairs,
                pair -> pair.images().stream().filter(counted).mapToDouble(image -> image.of(tissue).dice()).sum(),
                pair -> pair.images().stream().filter(counted).count()), "mean of " + images + " images");
    }

    private static Figure pooled(String name, List<StudyPair> pairs, Tissue tissue) {
        return Figure.share(name, Shares.of(pairs, pair -> 2.0 * sum(pair, tissue).both(),
                pair -> sum(pair, tissue).truth() + sum(pair, tissue).prediction()), "pixels of all studies together");
    }

    private static Overlap sum(StudyPair pair, Tissue tissue) {
        return pair.images().stream().map(image -> image.of(tissue)).reduce(Overlap.NONE, Overlap::plus);
    }
}
