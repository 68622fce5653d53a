package spine.health.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.common.install.InstallPaths;

/** There is space left where the platform keeps its files. */
@Component(configurationPid = {HealthSettings.SHIPPED, HealthSettings.PID})
@HealthCheckService(name = "disk", tags = "ready")
public final class DiskCheck implements HealthCheck {
    private final Path home;
    private final long leastMegabytes;

    @Activate
    public DiskCheck(BundleContext context, HealthSettings settings) {
        this(InstallPaths.of(context::getProperty).home(), settings.disk_megabytes());
    }

    DiskCheck(Path home, long leastMegabytes) {
        this.home = home.toAbsolutePath();
        this.leastMegabytes = leastMegabytes;
    }

    @Override
    public Result execute() {
        try {
            long free = Files.getFileStore(home).getUsableSpace() >> 20;
            return free < leastMegabytes
                    ? new Result(Result.Status.CRITICAL, home + " has only " + free + " MB free; it needs " + leastMegabytes + ".")
                    : new Result(Result.Status.OK, home + " has " + free + " MB free.");
        } catch (IOException e) {
            return new Result(Result.Status.CRITICAL, home + " cannot be examined (" + e + ").");
        }
    }
}
