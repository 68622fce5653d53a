package spine.health.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;

/** Has Felix Health Checks run all checks there are, those of other bundles included. */
@Component
public final class Examiner implements PlatformHealth {
    /** All checks but those with a tag that none has; an empty selector does not find all of them. */
    private static final String[] ALL = {"-none"};

    private final HealthCheckExecutor executor;

    @Activate
    public Examiner(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    @Override
    public List<HealthFinding> examine(String... tags) {
        HealthCheckSelector selector = HealthCheckSelector.tags(tags.length == 0 ? ALL : tags);
        return executor.execute(selector, options(tags.length > 0)).stream()
                .map(Examiner::finding).sorted(Comparator.comparing(HealthFinding::name)).toList();
    }

    /** Any of the tags; and a person who asks wants no earlier result. */
    private static HealthCheckExecutionOptions options(boolean tagged) {
        return new HealthCheckExecutionOptions().setCombineTagsWithOr(tagged).setForceInstantExecution(true);
    }

    private static HealthFinding finding(HealthCheckExecutionResult result) {
        List<String> remarks = StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                .filter(entry -> !entry.isDebug()).map(ResultLog.Entry::getMessage).toList();
        return new HealthFinding(result.getHealthCheckMetadata().getName(), result.getHealthCheckMetadata().getTags(),
                result.getHealthCheckResult().getStatus().name(), remarks);
    }
}
