package spine.runtime.internal.shadow;

import java.util.List;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ScoringResult;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.ProviderInvoker;

/**
 * A study with its result, and what it takes to score it again with another model in the place of one of its own.
 *
 * @param index the first of the result
 * @param oedemaMaps that the result was made of
 */
record ShadowStudy(ProviderInvoker steps, ProviderDescriptor<SegmentationModel> candidate, ProviderDescriptor<AnatomyLocaliser> localiser, ProviderDescriptor<ScoringIndex> index,
        ScoringResult result, List<ClassProbabilities> oedemaMaps) {

    String uid() {
        return result.study().studyInstanceUid();
    }

    /** The model that the candidate would replace. */
    ModelCard serving() {
        return result.models().stream().filter(card -> card.role().equals(candidate.name())).findFirst().orElseThrow();
    }

    /** The headline of the result. */
    double servingTotal() {
        return result.scores().get(0).totals().values().iterator().next();
    }

    /** The same with the candidate; foreign code. */
    double total(Cancellation cancellation) {
        Study study = result.study();
        List<ClassProbabilities> maps = steps.segment(candidate, study, "shadow", Progress.SILENT, cancellation);
        boolean oedema = candidate.name().equals(ModelRole.OEDEMA);
        SpineAnatomy anatomy = oedema ? result.anatomy() : steps.locate(localiser, study, maps, cancellation);
        ModelCard oedemaCard = oedema ? candidate.service().card() : card(ModelRole.OEDEMA);
        ScoringInput input = new ScoringInput(study, anatomy,
                new OedemaReading(oedemaCard, study, anatomy, oedema ? maps : oedemaMaps).lesions());
        return steps.score(index, input).totals().values().iterator().next();
    }

    private ModelCard card(String role) {
        return result.models().stream().filter(card -> card.role().equals(role)).findFirst().orElseThrow();
    }
}
