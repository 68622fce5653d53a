package spine.app.internal.launcher;

import java.io.IOException;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import spine.app.embedded.CohortScoring;

/**
 * Cares for the process where it is spine's own; a container that belongs to others has its own log and its own end, a program that holds the
 * platform has an end of its own and takes what bundles tell the log service into its log.
 */
@Header(name = "Bundle-Activator", value = "${@class}")
public final class Activator implements BundleActivator {
    /** Set in the run set. */
    private static final String OWN_PROCESS = "spine.own.process";

    private StandaloneRuntime process;
    private ServiceLog services;

    @Override
    public void start(BundleContext context) throws IOException {
        if (Boolean.parseBoolean(context.getProperty(OWN_PROCESS))) {
            process = new StandaloneRuntime(context);
            process.open();
        } else if (Boolean.parseBoolean(context.getProperty(CohortScoring.EMBEDDED))) {
            services = new ServiceLog(context);
            services.open();
        }
    }

    @Override
    public void stop(BundleContext context) {
        if (process != null) {
            process.close();
        }
        if (services != null) {
            services.close();
        }
    }
}
