package spine.isolation.internal.host;

import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.isolation.internal.process.BundleProcess;
import spine.isolation.internal.process.ProcessFailedException;
import spine.isolation.internal.wire.Offer;

/** An index in another process. */
final class IsolatedIndex implements ScoringIndex {
    private final BundleProcess process;
    private final Offer offer;
    private final String bundle;

    /** @param bundle name and version */
    IsolatedIndex(BundleProcess process, Offer offer, String bundle) {
        this.process = process;
        this.offer = offer;
        this.bundle = bundle;
    }

    /** @throws IsolatedProviderException if the process fails */
    @Override
    public Score score(ScoringInput input) {
        try {
            return process.score(offer.number(), input).orElse(null);
        } catch (ProcessFailedException e) {
            throw new IsolatedProviderException(bundle, e);
        }
    }
}
