package spine.jobs.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import spine.api.delivery.Destination;

/** The destinations of results can be used, and accepted what they were sent last. */
@Component
@HealthCheckService(name = "destinations", tags = "ready")
public final class DestinationsCheck implements HealthCheck {
    private final List<Destination> destinations = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Destination destination) {
        destinations.add(destination);
    }

    void remove(Destination destination) {
        destinations.remove(destination);
    }

    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        for (Destination destination : destinations.stream().sorted(Comparator.comparing(Destination::name)).toList()) {
            String complaint = destination.complaint();
            if (!complaint.isEmpty()) {
                log.add(new ResultLog.Entry(Result.Status.WARN, "Destination " + destination.name() + ": " + complaint));
            }
        }
        if (!log.iterator().hasNext()) {
            log.add(new ResultLog.Entry(Result.Status.OK, destinations.isEmpty() ? "There is none." : "Nothing is wrong."));
        }
        return new Result(log);
    }
}
