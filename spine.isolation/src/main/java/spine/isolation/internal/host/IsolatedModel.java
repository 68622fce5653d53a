package spine.isolation.internal.host;

import java.util.Optional;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.isolation.internal.process.BundleProcess;
import spine.isolation.internal.process.ProcessFailedException;
import spine.isolation.internal.wire.Offer;

/** A model in another process; card and engine are those it had when its bundle was started. */
final class IsolatedModel implements SegmentationModel {
    private final BundleProcess process;
    private final Offer offer;
    private final String bundle;

    /**
     * @param offer with a card
     * @param bundle name and version
     */
    IsolatedModel(BundleProcess process, Offer offer, String bundle) {
        this.process = process;
        this.offer = offer;
        this.bundle = bundle;
    }

    @Override
    public ModelCard card() {
        return offer.card().orElseThrow();
    }

    @Override
    public String engine() {
        return offer.engine();
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        return segment(stack, Optional.empty(), progress, cancellation);
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
        return segment(stack, Optional.of(region), progress, cancellation);
    }

    private ClassProbabilities segment(SliceStack stack, Optional<StackRegion> region, Progress progress, Cancellation cancellation) {
        try {
            return process.segment(offer.number(), stack, region, card().classes().size(), progress, cancellation).orElse(null);
        } catch (ProcessFailedException e) {
            throw new IsolatedProviderException(bundle, e);
        }
    }
}
