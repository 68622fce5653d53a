package spine.health.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.model.ModelRole;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;

/** A model serves each of the two roles; one on standby is named with the reason, and harms nothing. */
@Component
@HealthCheckService(name = "models", tags = {"ready", "model"})
public final class ModelsCheck implements HealthCheck {
    private static final List<String> ROLES = List.of(ModelRole.ANATOMY, ModelRole.OEDEMA);

    private final ModelCatalogue models;

    @Activate
    public ModelsCheck(@Reference ModelCatalogue models) {
        this.models = models;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<ModelEntry> entries = models.entries();
        for (String role : ROLES) {
            List<ModelEntry> ofRole = entries.stream().filter(entry -> entry.role().equals(role)).toList();
            ofRole.stream().filter(entry -> entry.state() == ModelEntry.State.SERVING)
                    .forEach(entry -> log.info("{} is served by {} {}.", role, entry.name().id(), entry.name().version()));
            if (ofRole.stream().noneMatch(entry -> entry.state() == ModelEntry.State.SERVING)) {
                if (ofRole.stream().anyMatch(entry -> entry.state() == ModelEntry.State.TESTED)) {
                    log.temporarilyUnavailable("The model for the role {} is being tested.", role);
                } else {
                    log.critical("No model serves the role {}.", role);
                }
            }
        }
        entries.stream().filter(entry -> entry.state() == ModelEntry.State.STANDBY && !entry.remark().isEmpty())
                .forEach(entry -> log.info("{} is on standby: {}.", entry.name(), entry.remark()));
        return new Result(log);
    }
}
