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
import spine.pipeline.StackSegmentation;
import spine.pipeline.lesion.BodyRegions;
import spine.pipeline.lesion.LesionReading;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.GuardedIndex;
import spine.runtime.internal.guard.GuardedLocaliser;
import spine.runtime.internal.guard.GuardedModel;
import spine.runtime.internal.provider.Providers;

/**
 * A study with its result, and what it takes to score it again with another model in the place of one of its own.
 *
 * @param candidate held, as the others are
 * @param oedemaModel the candidate itself, or what served the study
 * @param index the first of the result
 */
record ShadowStudy(Providers providers, ProviderDescriptor<SegmentationModel> candidate, ProviderDescriptor<SegmentationModel> oedemaModel,
        ProviderDescriptor<AnatomyLocaliser> localiser, ProviderDescriptor<ScoringIndex> index, ScoringResult result) {

    String uid() {
        return result.study().studyInstanceUid();
    }

    /** The model that the candidate would replace. */
    ModelCard serving() {
        return card(candidate.name());
    }

    /** The headline of the result. */
    double servingTotal() {
        return result.scores().get(0).totals().values().iterator().next();
    }

    /** The same with the candidate; foreign code. */
    double total(Cancellation cancellation) {
        Study study = result.study();
        SpineAnatomy anatomy = result.anatomy();
        if (candidate.name().equals(ModelRole.ANATOMY)) {
            List<ClassProbabilities> maps = new StackSegmentation(new GuardedModel(providers, candidate), "shadow")
                    .segment(study, Progress.SILENT, cancellation);
            anatomy = new GuardedLocaliser(providers, localiser, cancellation).locate(study, maps);
        }
        GuardedModel oedemaGuarded = new GuardedModel(providers, oedemaModel);
        List<ClassProbabilities> oedema = new StackSegmentation(oedemaGuarded, "shadow")
                .segment(study, BodyRegions.of(study, anatomy), Progress.SILENT, cancellation);
        ScoringInput input = new ScoringInput(study, anatomy,
                new LesionReading(oedemaGuarded.card(), study, anatomy, oedema).lesions());
        return new GuardedIndex(providers, index, cancellation).score(input).totals().values().iterator().next();
    }

    private ModelCard card(String role) {
        return result.models().stream().filter(card -> card.role().equals(role)).findFirst().orElseThrow();
    }
}
