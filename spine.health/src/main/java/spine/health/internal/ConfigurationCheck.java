package spine.health.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.service.ConfigurationFiles;

/** All settings in files are in effect. */
@Component
@HealthCheckService(name = "configuration", tags = "configuration")
public final class ConfigurationCheck implements HealthCheck {
    private final ConfigurationFiles files;

    @Activate
    public ConfigurationCheck(@Reference ConfigurationFiles files) {
        this.files = files;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> problems = files.problems();
        problems.forEach(problem -> log.warn("{}", problem));
        if (problems.isEmpty()) {
            log.info("All settings in files are in effect.");
        }
        return new Result(log);
    }
}
