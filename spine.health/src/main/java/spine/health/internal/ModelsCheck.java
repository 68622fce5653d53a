package spine.health.internal;

import java.util.Collection;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;

/** There is a model for each of the two roles. */
@Component
@HealthCheckService(name = "models", tags = {"ready", "model"})
public final class ModelsCheck implements HealthCheck {
    private static final List<String> ROLES = List.of(ModelRole.ANATOMY, ModelRole.OEDEMA);

    private final BundleContext context;

    @Activate
    public ModelsCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (String role : ROLES) {
            Collection<ServiceReference<SegmentationModel>> models = models(role);
            if (models.isEmpty()) {
                log.critical("There is no model for the role {}.", role);
            }
            models.forEach(model -> log.info("{} is served by {} {}.", role, model.getProperty(SegmentationModel.MODEL_ID),
                    model.getProperty(SegmentationModel.MODEL_VERSION)));
        }
        return new Result(log);
    }

    private Collection<ServiceReference<SegmentationModel>> models(String role) {
        try {
            return context.getServiceReferences(SegmentationModel.class, "(" + SegmentationModel.MODEL_ROLE + "=" + role + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
