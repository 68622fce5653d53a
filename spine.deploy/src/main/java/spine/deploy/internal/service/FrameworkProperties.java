package spine.deploy.internal.service;

import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * What the run set says of deployment.
 *
 * @param activeLevel start level below which nothing is done, because only then the platform that bundles are dropped into is up;
 *        0 without the property
 * @param startLevel of dropped bundles; without the property that of any new bundle
 * @param patience how long to wait for one bundle before others are looked at; 20 s without the property
 */
record FrameworkProperties(int activeLevel, int startLevel, Duration patience) {
    private static final String ACTIVE_LEVEL = "spine.deploy.active.level";
    private static final String START_LEVEL = "spine.deploy.start.level";
    /** In seconds. */
    private static final String PATIENCE = "spine.deploy.patience";
    private static final int USUAL_PATIENCE_SECONDS = 20;

    static FrameworkProperties of(BundleContext context) {
        return new FrameworkProperties(number(context, ACTIVE_LEVEL).orElse(0),
                number(context, START_LEVEL).orElseGet(() -> framework(context).getInitialBundleStartLevel()),
                Duration.ofSeconds(number(context, PATIENCE).orElse(USUAL_PATIENCE_SECONDS)));
    }

    private static Optional<Integer> number(BundleContext context, String property) {
        return Optional.ofNullable(context.getProperty(property)).map(Integer::valueOf);
    }

    static FrameworkStartLevel framework(BundleContext context) {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
    }
}
