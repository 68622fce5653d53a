package spine.app.internal.launcher;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what bundles tell OSGi's log service into the log of the process. Without such a service several of them, the
 * Configurator among them, print to standard output, which is for results.
 */
final class ServiceLog extends ServiceTracker<LogReaderService, LogReaderService> {
    /** Of the loggers that note what happens to bundles, services and the framework; {@link StandaloneRuntime} has what matters of it. */
    private static final String EVENTS = "Events.";

    private final LogListener listener = ServiceLog::pass;

    ServiceLog(BundleContext context) {
        super(context, LogReaderService.class, null);
    }

    @Override
    public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
        LogReaderService reader = super.addingService(reference);
        reader.addLogListener(listener);
        return reader;
    }

    @Override
    public void removedService(ServiceReference<LogReaderService> reference, LogReaderService reader) {
        reader.removeLogListener(listener);
        super.removedService(reference, reader);
    }

    private static void pass(LogEntry entry) {
        if (entry.getLoggerName().startsWith(EVENTS)) {
            return;
        }
        Logger log = LoggerFactory.getLogger(String.valueOf(entry.getBundle().getSymbolicName()));
        switch (entry.getLogLevel()) {
            case AUDIT, ERROR -> log.error(entry.getMessage(), entry.getException());
            case WARN -> log.warn(entry.getMessage(), entry.getException());
            case INFO -> log.info(entry.getMessage(), entry.getException());
            default -> log.debug(entry.getMessage(), entry.getException());
        }
    }
}
