package spine.app.internal.launcher;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** What a process of spine's own needs: a log before anything else speaks, and a framework that is stopped in order at its end. */
final class StandaloneRuntime {
    private static final long STOP_MILLIS = 20_000;

    private final LogFile log = new LogFile(LogFile.ofThisProcess());
    private final ServiceLog services;
    private final SealedStorage storage;
    private final BundleContext context;
    private final Thread hook;

    StandaloneRuntime(BundleContext context) {
        this.context = context;
        this.services = new ServiceLog(context);
        this.storage = new SealedStorage(context);
        Framework framework = context.getBundle(0).adapt(Framework.class);
        // The bnd launcher has no such hook; without it no component is deactivated when the process is terminated.
        this.hook = new Thread(() -> stop(framework), "stop-framework");
    }

    void open() throws IOException {
        log.open();
        services.open();
        storage.open();
        context.addFrameworkListener(StandaloneRuntime::note);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // then the hook is what stops us
        }
        services.close();
        storage.seal();
        log.close();
    }

    /** A bundle that fails to start is reported nowhere else. */
    private static void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
            Logger.getLogger(StandaloneRuntime.class.getName()).log(Level.WARNING, event.getBundle().toString(), event.getThrowable());
        }
    }

    private void stop(Framework framework) {
        try {
            ServiceReference<RunningCommand> command = context.getServiceReference(RunningCommand.class);
            if (command != null) {
                context.getService(command).cancel();
            }
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (Exception e) {
            // The process ends either way, and the log is closed by now.
        }
    }
}
