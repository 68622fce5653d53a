package spine.app.internal.cli;

import java.util.concurrent.Callable;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.SpineScoring;
import spine.app.internal.Engine;
import spine.app.internal.ModelList;
import spine.app.internal.Readers;

/**
 * Runs the command line on the main thread. The bnd launcher looks for this service, passes the arguments as a property
 * of its own one and ends the process with the number that {@link #call} returns. Without that launcher nobody calls.
 */
@Component(service = Callable.class, property = "main.thread=true")
public final class Main implements Callable<Integer> {
    private static final String ARGUMENTS = "launcher.arguments";

    private final BundleContext context;
    private final Engine engine;
    private final Platform platform;

    @Activate
    public Main(BundleContext context, @Reference SpineScoring scoring, @Reference Readers readers, @Reference Engine engine,
            @Reference ModelList models) {
        this.context = context;
        this.engine = engine;
        this.platform = new Platform(context, engine, scoring, readers, models);
    }

    @Override
    public Integer call() throws InvalidSyntaxException {
        Console console = new Console(System.out, System.err, Boolean.getBoolean("spine.terminal"));
        Runtime.getRuntime().addShutdownHook(new Thread(platform.cancellation()::cancel, "cancel-work"));
        String[] arguments = arguments();
        if (arguments.length == 0 || !arguments[0].equals(ShellCommand.NAME)) {
            LogStream.divertStandardStreams();
        }
        engine.awaitPlatform();
        return new Commands(platform, console).run(arguments);
    }

    @Deactivate
    void close() {
        platform.stopped();
    }

    private String[] arguments() throws InvalidSyntaxException {
        ServiceReference<?>[] launchers = context.getAllServiceReferences(null, "(" + ARGUMENTS + "=*)");
        if (launchers == null) {
            throw new IllegalStateException("no launcher has passed any arguments");
        }
        return (String[]) launchers[0].getProperty(ARGUMENTS);
    }
}
