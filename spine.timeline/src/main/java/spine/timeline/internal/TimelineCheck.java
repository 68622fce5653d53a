package spine.timeline.internal;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Comparisons with earlier results can be made. One that fails may lie with its results; several in a row do not. */
@Component
@HealthCheckService(name = "comparisons", tags = "comparisons")
public final class TimelineCheck implements HealthCheck {
    private static final int TOO_MANY = 3;

    private final ComparedTimeline timeline;

    @Activate
    public TimelineCheck(@Reference ComparedTimeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Result execute() {
        int failed = timeline.failureCount().running();
        return failed < TOO_MANY ? new Result(Result.Status.OK, "Results are compared with earlier ones of their patients.")
                : new Result(Result.Status.WARN, "The last " + failed + " comparisons with earlier results failed: "
                        + timeline.failureCount().last());
    }
}
