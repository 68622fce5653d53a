package spine.api.score;

import java.util.List;
import java.util.Objects;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Study;

/**
 * All that an index may look at.
 *
 * @param study the images
 * @param anatomy the labelled spine
 * @param lesions oedema, one per stack in the same order
 */
public record ScoringInput(Study study, SpineAnatomy anatomy, List<LesionMap> lesions) {

    public ScoringInput {
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(anatomy, "anatomy");
        lesions = List.copyOf(lesions);
    }
}
