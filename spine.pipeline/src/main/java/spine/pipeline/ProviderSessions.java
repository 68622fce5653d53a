package spine.pipeline;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.Cancellation;
import spine.api.image.StudySource;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;

/** Lends the providers that a request names, for one study. Safe for use by many threads. */
@ProviderType
public interface ProviderSessions {

    /**
     * Waits a bounded time for providers that are not there yet.
     *
     * @param cancellation of the study; providers that are asked later are asked to stop when it is cancelled
     * @throws UnavailableException if a provider did not come up in time; the sentence names it
     */
    ProviderSession open(StudySource source, ScoringRequest request, Cancellation cancellation) throws UnavailableException;
}
