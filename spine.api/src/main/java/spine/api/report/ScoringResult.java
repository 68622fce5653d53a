package spine.api.report;

import java.util.List;
import java.util.Objects;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Study;
import spine.api.model.ModelCard;
import spine.api.score.LesionMap;
import spine.api.score.Score;

/**
 * All that is known of one study after scoring; the truth of a synthetic study has the same shape.
 *
 * @param study the images
 * @param models cards of the models that served it, anatomy first; empty for a truth
 * @param anatomy the labelled spine
 * @param lesions oedema, one per stack in the same order
 * @param images one per image of the study, stack by stack
 * @param scores one per index asked for, at least one; all {@link Score#unscored} where the anatomy is no spine
 * @param warnings sentences for the reader of the report
 * @param timing how long it took
 */
public record ScoringResult(Study study, List<ModelCard> models, SpineAnatomy anatomy, List<LesionMap> lesions,
        List<ImageFinding> images, List<Score> scores, List<String> warnings, Timing timing) {

    public ScoringResult {
        Objects.requireNonNull(study, "study");
        models = List.copyOf(models);
        Objects.requireNonNull(anatomy, "anatomy");
        lesions = List.copyOf(lesions);
        images = List.copyOf(images);
        scores = List.copyOf(scores);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(timing, "timing");
    }
}
