package spine.api.service;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tells those who install bundles whether the platform uses what they offer. Safe for use by many threads. */
@ProviderType
public interface DeploymentStatus {

    /**
     * Waits until the platform has admitted or refused what a started bundle offers at this moment; each part of it
     * takes a bounded time.
     *
     * @param bundleId as the framework counts
     * @return one sentence for each part that is not used, which names it and the reason; empty if nothing is refused, and if
     *         the bundle offers nothing
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    List<String> objections(long bundleId) throws InterruptedException;

    /**
     * What a bundle offers and could serve, but does not until somebody does something; does not wait.
     *
     * @param bundleId as the framework counts
     * @return one sentence for each, which names it, the reason and what to do; empty if there is none
     */
    default List<String> standby(long bundleId) {
        return List.of();
    }
}
