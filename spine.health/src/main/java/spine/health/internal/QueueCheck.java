package spine.health.internal;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.service.EffectiveSettings;
import spine.api.service.Workload;

/** Studies do not pile up. */
@Capability(namespace = EffectiveSettings.OPERATION, name = HealthSettings.PID)
@Component(configurationPid = {HealthSettings.SHIPPED, HealthSettings.PID})
@HealthCheckService(name = "queue", tags = "ready")
public final class QueueCheck implements HealthCheck {
    private final Workload workload;
    private final int mostWaiting;

    @Activate
    public QueueCheck(@Reference Workload workload, HealthSettings settings) {
        this(workload, settings.waiting_studies());
    }

    QueueCheck(Workload workload, int mostWaiting) {
        this.workload = workload;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public Result execute() {
        int waiting = workload.waiting();
        return new Result(waiting > mostWaiting ? Result.Status.TEMPORARILY_UNAVAILABLE : Result.Status.OK,
                "Studies running: " + workload.running() + "; waiting: " + waiting + ".");
    }
}
