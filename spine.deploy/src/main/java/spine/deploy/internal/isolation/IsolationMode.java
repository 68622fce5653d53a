package spine.deploy.internal.isolation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.bundle.IsolatedBundle;

/**
 * Whether foreign indices and models run in processes of their own. Another setting is another service, so that whoever installs bundles
 * begins anew, and those that are there change with it. A word that is mistyped must not let foreign code in, so it counts as
 * {@code process}.
 */
@Component(service = IsolationMode.class, configurationPid = {IsolatedBundle.PID + ".defaults", IsolatedBundle.PID})
public final class IsolationMode {
    private static final Logger LOG = LoggerFactory.getLogger(IsolationMode.class);
    private static final String NONE = "none";
    private static final String PROCESS = "process";

    private final boolean isolating;

    /** The part of the configuration that is read here; {@code spine.isolation} describes it. */
    @interface Settings {
        String index_isolation() default NONE;
    }

    @Activate
    public IsolationMode(Settings settings) {
        this(!settings.index_isolation().equals(NONE));
        if (isolating && !settings.index_isolation().equals(PROCESS)) {
            LOG.warn("index.isolation is neither {} nor {}, but '{}'; foreign indices and models run in processes of their own.", NONE,
                    PROCESS,
                    settings.index_isolation());
        }
    }

    public IsolationMode(boolean isolating) {
        this.isolating = isolating;
    }

    public boolean isolating() {
        return isolating;
    }
}
