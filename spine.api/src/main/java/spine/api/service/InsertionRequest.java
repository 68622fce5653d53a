package spine.api.service;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import spine.api.image.Study;
import spine.api.report.ScoringResult;

/**
 * Which lesions to put into a study.
 *
 * @param name of the study for people, used where its outlines do not name it
 * @param study the images, read from files
 * @param outlines {@code truth.json} with outlined bodies; empty: the bodies are those of {@code recognised}
 * @param recognised what the platform sees in these very images: bodies, and oedema to keep away from; used where there are no outlines,
 *     and then not empty
 * @param ratio signal of a lesion over that of the marrow it replaces, above 1
 * @param lesions how many, at least 1, each in a body of its own; fewer where there are fewer bodies
 * @param draw which of several draws of places, from 1 on
 * @param seed with the draw and the study decides the places; the ratio does not
 */
public record InsertionRequest(String name, Study study, Optional<Path> outlines, Optional<ScoringResult> recognised, double ratio,
        int lesions, int draw, long seed) {

    public InsertionRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(study, "study");
        if (outlines.isEmpty() && recognised.isEmpty()) {
            throw new IllegalArgumentException("neither outlines nor a recognised spine");
        }
        if (!(ratio > 1) || lesions < 1 || draw < 1) {
            throw new IllegalArgumentException("ratio " + ratio + ", lesions " + lesions + ", draw " + draw);
        }
    }
}
