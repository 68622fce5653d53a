package spine.runtime.internal.guard;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.ProbabilityContract;
import spine.runtime.internal.provider.Providers;

/** A model that answers in time and as it has promised, or fails by name. */
public final class GuardedModel implements SegmentationModel {
    private final ProviderInvoker<SegmentationModel> invoker;

    public GuardedModel(Providers providers, ProviderDescriptor<SegmentationModel> model) {
        this.invoker = new ProviderInvoker<>(providers.models(), model, "The model " + model.model(), () -> providers.limits().segmentation());
    }

    @Override
    public ModelCard card() {
        return invoker.service().card();
    }

    @Override
    public String engine() {
        return invoker.service().engine();
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        return checked(stack, StackRegion.whole(stack), invoker.ask(cancellation, own -> invoker.service().segment(stack, progress, own)));
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
        return checked(stack, region, invoker.ask(cancellation, own -> invoker.service().segment(stack, region, progress, own)));
    }

    private ClassProbabilities checked(SliceStack stack, StackRegion region, ClassProbabilities answer) {
        return invoker.checked("series " + stack.seriesInstanceUid(), answer, new ProbabilityContract(card(), stack, region)::check);
    }
}
