package spine.api.service;

import java.util.List;

/**
 * What one health check has found.
 *
 * @param name of the check
 * @param tags {@link PlatformHealth#LIVE}, {@link PlatformHealth#READY} and others
 * @param status {@code OK}, {@code WARN}, {@code TEMPORARILY_UNAVAILABLE}, {@code CRITICAL} or {@code HEALTH_CHECK_ERROR}
 * @param remarks one sentence each
 */
public record HealthFinding(String name, List<String> tags, String status, List<String> remarks) {

    public HealthFinding {
        tags = List.copyOf(tags);
        remarks = List.copyOf(remarks);
    }

    /** Whether nothing has to be done at once. */
    public boolean healthy() {
        return status.equals("OK") || status.equals("WARN");
    }
}
