package spine.app.internal;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;

/** Sends the log to a file before anything else speaks, and stops the framework in order when the process is asked to end. */
@Header(name = "Bundle-Activator", value = "${@class}")
public final class Activator implements BundleActivator {
    private static final long STOP_MILLIS = 20_000;

    private final LogFile log = new LogFile(Home.log());
    private Thread hook;

    @Override
    public void start(BundleContext context) throws IOException {
        log.open();
        context.addFrameworkListener(Activator::note);
        Framework framework = context.getBundle(0).adapt(Framework.class);
        // The bnd launcher has no such hook; without it no component is deactivated when the process is terminated.
        hook = new Thread(() -> stop(framework), "stop-framework");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void stop(BundleContext context) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // then the hook is what stops us
        }
        log.close();
    }

    /** A bundle that fails to start is reported nowhere else. */
    private static void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
            Logger.getLogger(Activator.class.getName()).log(Level.WARNING, event.getBundle().toString(), event.getThrowable());
        }
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (Exception e) {
            // The process ends either way, and the log is closed by now.
        }
    }
}
