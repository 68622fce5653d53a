package spine.health.internal;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import spine.api.service.EngineInfo;

/** The compute engine has proved itself, and runs accelerated. */
@Component
@HealthCheckService(name = "engine", tags = {"live", "ready"})
public final class EngineCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile EngineInfo engine;

    @Override
    public Result execute() {
        EngineInfo now = engine;
        if (now == null) {
            return new Result(Result.Status.CRITICAL, "No inference engine has started; the log says why.");
        }
        return now.accelerated() ? new Result(Result.Status.OK, now.name() + " runs accelerated.")
                : new Result(Result.Status.WARN, now.name() + " runs without acceleration, which makes studies slow.");
    }
}
