package spine.runtime.internal.selection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import spine.api.model.SegmentationModel;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;

/**
 * Which models may serve without being chosen by a person, as it is at one moment. A model of the platform may; one from the deploy folder
 * if its weights are those of a model of the platform, or it was found no worse than the serving ones on reference studies; one with code
 * of its own is known by its whole bundle, so that it cannot claim weights. Any other is on standby, so that a model of hardly any training
 * does not take over because it is newer.
 */
public final class AcceptedModels {
    private final List<ProviderDescriptor<SegmentationModel>> ready;
    private final ModelSelection selection;
    private final Set<String> weights;

    /** @param ready the models that have passed their test, first what comes first */
    public AcceptedModels(List<ProviderDescriptor<SegmentationModel>> ready, ModelSelection selection) {
        this.ready = List.copyOf(ready);
        this.selection = selection;
        this.weights = new HashSet<>(selection.proven());
        ready.stream().filter(model -> !model.deployed()).map(ProviderDescriptor::weightsSha256).forEach(weights::add);
        // Of those without a digest one says nothing of another.
        weights.remove("");
    }

    /** Whether it may serve without being chosen; calls no foreign code. */
    public boolean accepts(ProviderDescriptor<SegmentationModel> model) {
        return !model.deployed() || weights.contains(model.weightsSha256());
    }

    /** What serves the next study: the chosen one if it is there, else the first that is accepted. */
    public Optional<ProviderDescriptor<SegmentationModel>> serving(String role) {
        return chosen(role).or(() -> ready.stream().filter(model -> model.name().equals(role) && accepts(model)).findFirst());
    }

    /** The version that a person chose, if it is there. */
    public Optional<ProviderDescriptor<SegmentationModel>> chosen(String role) {
        ModelName name = selection.used().get(role);
        return ready.stream().filter(model -> model.name().equals(role) && model.model().equals(name)).findFirst();
    }

    /**
     * What a candidate is to be compared with: the accepted model that serves, or would if the candidate were not there and nothing else
     * were chosen. One that serves by choice alone is no measure, unless there is no accepted one.
     */
    public Optional<ProviderDescriptor<SegmentationModel>> reference(ProviderDescriptor<SegmentationModel> candidate) {
        Predicate<ProviderDescriptor<SegmentationModel>> another = model -> model.name().equals(candidate.name())
                && !model.model().equals(candidate.model());
        Optional<ProviderDescriptor<SegmentationModel>> chosen = chosen(candidate.name()).filter(another);
        return chosen.filter(this::accepts).or(() -> ready.stream().filter(another).filter(this::accepts).findFirst()).or(() -> chosen);
    }

    /** Why a model is not accepted, as the rest of a sentence on it, with the command that helps; empty if it is. */
    public Optional<String> objection(ProviderDescriptor<SegmentationModel> model) {
        if (accepts(model)) {
            return Optional.empty();
        }
        ModelTrialRecord trial = selection.trials().get(model.weightsSha256());
        if (trial != null) {
            return Optional.of("it was worse than " + trial.serving() + " on " + trial.cases() + " (" + trial.figures()
                    + "); ./spine models use " + model.model() + " lets it serve all the same");
        }
        if (reference(model).isEmpty()) {
            return Optional.of("there is no accepted " + model.name() + " model with which it could be compared; ./spine models use "
                    + model.model() + " lets it serve");
        }
        return Optional.of("it has not been compared with a model that serves; ./spine models try " + model.model()
                + " does so, and lets it serve if it is no worse");
    }
}
