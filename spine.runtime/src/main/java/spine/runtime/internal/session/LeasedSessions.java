package spine.runtime.internal.session;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.Cancellation;
import spine.api.image.StudySource;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.pipeline.ProviderSession;
import spine.pipeline.ProviderSessions;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.selection.ModelSelectionStore;
import spine.runtime.internal.shadow.ShadowScoring;

/** Lends what is installed: the chosen models, or the newest. */
@Component
public final class LeasedSessions implements ProviderSessions {
    private final Providers providers;
    private final ModelSelectionStore selection;
    private final ShadowScoring shadow;
    private final CodeDigest code = new CodeDigest();

    @Activate
    public LeasedSessions(@Reference Providers providers, @Reference ModelSelectionStore selection, @Reference ShadowScoring shadow) {
        this.providers = providers;
        this.selection = selection;
        this.shadow = shadow;
    }

    @Override
    public ProviderSession open(StudySource source, ScoringRequest request, Cancellation cancellation) throws UnavailableException {
        return LeasedSession.open(providers, selection, shadow, code, source, request, cancellation);
    }
}
