package spine.health.internal;

import java.util.Arrays;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Every bundle that should run runs. While the platform starts, those that come next are waited for. */
@Component(immediate = true)
@HealthCheckService(name = "bundles", tags = "live")
public final class BundlesCheck implements HealthCheck {
    private final BundleContext context;
    private final StartProgress progress;

    /** At once and not when it is first asked, because it must hear how far the start is. */
    @Activate
    public BundlesCheck(BundleContext context) {
        this.context = context;
        this.progress = new StartProgress(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class),
                level(context.getBundle()));
        context.addFrameworkListener(progress);
    }

    @Deactivate
    void close() {
        context.removeFrameworkListener(progress);
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<Bundle> idle = Arrays.stream(context.getBundles()).filter(this::shouldRun).filter(bundle -> !runs(bundle)).toList();
        List<Bundle> coming = idle.stream().filter(bundle -> progress.starts(level(bundle))).toList();
        idle.stream().filter(bundle -> !coming.contains(bundle)).forEach(bundle -> log.critical(
                "{} {} does not run; the log has the reason.", bundle.getSymbolicName(), bundle.getVersion()));
        if (!coming.isEmpty()) {
            log.temporarilyUnavailable("The platform is starting; {} of {} bundles are still to be started.", coming.size(),
                    context.getBundles().length);
        } else if (idle.isEmpty()) {
            log.info("All {} bundles run.", context.getBundles().length);
        }
        return new Result(log);
    }

    /** It was started for good, is no fragment, and its start level has been reached. */
    private boolean shouldRun(Bundle bundle) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        return bundle.getBundleId() != 0 && !fragment && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()
                && level(bundle) <= progress.reached();
    }

    private static int level(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }

    private static boolean runs(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING && lazy(bundle);
    }

    private static boolean lazy(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).isActivationPolicyUsed()
                && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
