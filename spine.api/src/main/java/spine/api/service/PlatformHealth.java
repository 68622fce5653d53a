package spine.api.service;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Examines the running platform. Safe for use by many threads. */
@ProviderType
public interface PlatformHealth {
    /** Tag of the checks without which the process should be started again. */
    String LIVE = "live";
    /** Tag of the checks without which no study should be sent here. */
    String READY = "ready";

    /**
     * Runs the health checks.
     *
     * @param tags of the checks wanted: any of these; none means all
     * @return ordered by name
     */
    List<HealthFinding> examine(String... tags);
}
