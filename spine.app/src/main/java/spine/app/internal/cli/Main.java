package spine.app.internal.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.SpineScoring;
import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.internal.cli.platform.ShellCommand;
import spine.app.internal.launcher.LogStream;
import spine.app.internal.launcher.StartLevelControl;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/**
 * Runs the command line on the main thread. The bnd launcher looks for this service, passes the arguments as a property
 * of its own one and ends the process with the number that {@link #call} returns. Without that launcher nobody calls.
 */
@Component(service = Callable.class, property = "main.thread=true")
public final class Main implements Callable<Integer> {
    private static final String ARGUMENTS = "launcher.arguments";

    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final Console console = new Console(System.out, System.err, Boolean.getBoolean("spine.terminal"));
    private final RunningPlatform platform;

    @Activate
    public Main(BundleContext context, @Reference SpineScoring scoring, @Reference StudyFinder studies,
            @Reference StartLevelControl startLevels, @Reference ModelCatalogue models) {
        this.context = context;
        this.startLevels = startLevels;
        this.platform = new RunningPlatform(context, startLevels, scoring, studies, models, console::complain);
    }

    @Override
    public Integer call() throws InvalidSyntaxException {
        Runtime.getRuntime().addShutdownHook(new Thread(platform.cancellation()::cancel, "cancel-work"));
        String[] arguments = arguments();
        if (arguments.length == 0 || !arguments[0].equals(ShellCommand.NAME)) {
            LogStream.divertStandardStreams();
        }
        startLevels.awaitPlatform();
        return new SpineCommand(platform, console, providers()).run(arguments);
    }

    @Deactivate
    void close() {
        platform.stopped();
    }

    /** The first to be listed first. */
    private List<CommandProvider> providers() throws InvalidSyntaxException {
        Collection<ServiceReference<CommandProvider>> references = context.getServiceReferences(CommandProvider.class, null);
        List<ServiceReference<CommandProvider>> sorted = new ArrayList<>(references);
        sorted.sort(Comparator.reverseOrder());
        return sorted.stream().map(context::getService).toList();
    }

    private String[] arguments() throws InvalidSyntaxException {
        ServiceReference<?>[] launchers = context.getAllServiceReferences(null, "(" + ARGUMENTS + "=*)");
        if (launchers == null) {
            throw new IllegalStateException("no launcher has passed any arguments");
        }
        return (String[]) launchers[0].getProperty(ARGUMENTS);
    }
}
