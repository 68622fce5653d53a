package spine.pipeline;

import java.util.List;

import spine.api.image.ClassProbabilities;
import spine.api.report.ScoringResult;

/**
 * A complete result, and what it was made of.
 *
 * @param result with the time that everything took
 * @param oedemaMaps the oedema model's answer in the vertebral bodies, one map per stack of the study in the same order; what it holds
 *     elsewhere says nothing
 */
public record ScoredStudy(ScoringResult result, List<ClassProbabilities> oedemaMaps) {

    public ScoredStudy {
        oedemaMaps = List.copyOf(oedemaMaps);
    }
}
