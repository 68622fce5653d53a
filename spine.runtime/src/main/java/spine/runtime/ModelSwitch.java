package spine.runtime;

import java.io.IOException;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.service.UnavailableException;

/** Chooses which version of a model serves; a choice is kept across restarts. Safe for use by many threads and processes of one home. */
@ProviderType
public interface ModelSwitch {

    /**
     * Chooses a version, or the newest again.
     *
     * @param wanted {@code ID@VERSION} or {@code ID@newest}
     * @return one sentence on what serves now
     * @throws IllegalArgumentException if it is no such name
     * @throws UnavailableException if there is no such model
     */
    String use(String wanted) throws UnavailableException, IOException;

    /**
     * Chooses the version that served before the one that serves now; before any study, the next older one.
     *
     * @param id of a model
     * @return one sentence on what serves now
     * @throws UnavailableException if there is no such version
     */
    String rollback(String id) throws UnavailableException, IOException;

    /**
     * Lets a version run beside the serving one, or ends that.
     *
     * @param wanted {@code ID@VERSION} or {@code off}
     * @return one sentence on what runs in the shadow now
     * @throws IllegalArgumentException if it is no such name
     * @throws UnavailableException if there is no such model
     */
    String shadow(String wanted) throws UnavailableException, IOException;
}
