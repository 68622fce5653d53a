package spine.app.internal.launcher;

import java.io.IOException;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Cares for the process where it is spine's own; a container that belongs to others has its own log and its own end. */
@Header(name = "Bundle-Activator", value = "${@class}")
public final class Activator implements BundleActivator {
    /** Set in the run set. */
    private static final String OWN_PROCESS = "spine.own.process";

    private StandaloneRuntime process;

    @Override
    public void start(BundleContext context) throws IOException {
        if (Boolean.parseBoolean(context.getProperty(OWN_PROCESS))) {
            process = new StandaloneRuntime(context);
            process.open();
        }
    }

    @Override
    public void stop(BundleContext context) {
        if (process != null) {
            process.close();
        }
    }
}
