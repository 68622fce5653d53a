package spine.runtime.internal.guard;

import java.util.function.BiFunction;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.pipeline.ProviderFailedException;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.ProbabilityContract;
import spine.runtime.internal.provider.Providers;

/** A model that answers in time and as it has promised, or fails by name. */
public final class GuardedModel implements SegmentationModel {
    private final ProviderInvoker<SegmentationModel> invoker;
    private final boolean foreign;
    private final ModelCard card;
    private final String engine;

    /** @throws ProviderFailedException if it cannot say who it is, or not what its service said */
    public GuardedModel(Providers providers, ProviderDescriptor<SegmentationModel> model) {
        SegmentationModel service = model.service();
        this.invoker = new ProviderInvoker<>(providers.models(), model, "The model " + model.model() + providers.origin(service),
                () -> providers.limits().segmentation());
        this.foreign = providers.foreign(service);
        this.card = foreign ? invoker.ask(new Cancellation(), own -> service.card()) : service.card();
        this.engine = foreign ? invoker.ask(new Cancellation(), own -> service.engine()) : service.engine();
        if (!new ModelName(card.id(), card.version()).equals(model.model())) {
            throw invoker.offended("calls itself " + card.id() + " " + card.version() + " on its card");
        }
    }

    /** As it was when the model was taken: an answer is held against what it promised before. */
    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String engine() {
        return engine;
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        return asked(stack, StackRegion.whole(stack), cancellation, (images, own) -> invoker.service().segment(images, progress, own));
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
        return asked(stack, region, cancellation, (images, own) -> invoker.service().segment(images, region, progress, own));
    }

    private ClassProbabilities asked(SliceStack stack, StackRegion region, Cancellation cancellation,
            BiFunction<SliceStack, Cancellation, ClassProbabilities> question) {
        Handover handover = new Handover(foreign);
        SliceStack images = handover.of(stack);
        ClassProbabilities answer = invoker.ask(cancellation, own -> new Handover(foreign).of(question.apply(images, own)));
        invoker.requireUnchanged(handover);
        return invoker.checked("series " + stack.seriesInstanceUid(), answer, new ProbabilityContract(card, stack, region)::check);
    }
}
