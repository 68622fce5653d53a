package spine.dicomweb.internal.destination;

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

/** The destinations that take objects by STOW-RS can be used, and accepted what they were sent last. */
@Component
@HealthCheckService(name = "web destinations", tags = "ready")
public final class WebDestinationsCheck implements HealthCheck {
    private final List<WebDestination> destinations = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(WebDestination destination) {
        destinations.add(destination);
    }

    void remove(WebDestination destination) {
        destinations.remove(destination);
    }

    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        destinations.stream().sorted(Comparator.comparing(WebDestination::name)).map(WebDestination::complaint)
                .filter(complaint -> !complaint.isEmpty()).forEach(complaint -> log.add(new ResultLog.Entry(Result.Status.WARN,
                        complaint)));
        if (!log.iterator().hasNext()) {
            log.add(new ResultLog.Entry(Result.Status.OK, destinations.isEmpty() ? "There is none." : "Nothing is wrong."));
        }
        return new Result(log);
    }
}
