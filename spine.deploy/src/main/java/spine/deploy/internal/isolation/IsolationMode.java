package spine.deploy.internal.isolation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import spine.common.bundle.IsolatedBundle;

/**
 * Whether foreign indices and models run in processes of their own. Another setting is another service, so that whoever installs bundles
 * begins anew, and those that are there change with it.
 */
@Component(service = IsolationMode.class, configurationPid = {IsolatedBundle.PID + ".defaults", IsolatedBundle.PID})
public final class IsolationMode {
    private static final String NONE = "none";

    private final boolean isolating;

    /** The part of the configuration that is read here; {@code spine.isolation} describes it. */
    @interface Settings {
        String index_isolation() default NONE;
    }

    @Activate
    public IsolationMode(Settings settings) {
        // What is no known word must not let foreign code in.
        this(!settings.index_isolation().equals(NONE));
    }

    public IsolationMode(boolean isolating) {
        this.isolating = isolating;
    }

    public boolean isolating() {
        return isolating;
    }
}
