package spine.app.internal.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.service.SpineScoring;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.internal.launcher.LogStream;
import spine.app.internal.launcher.RunningCommand;
import spine.app.internal.launcher.StartLevelControl;
import spine.app.internal.launcher.Watchdog;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/**
 * Runs the command line on the main thread. The bnd launcher looks for this service, passes the arguments as a property
 * of its own one and ends the process with the number that {@link #call} returns. Without that launcher nobody calls.
 */
@Component(service = {Callable.class, RunningCommand.class}, property = "main.thread=true")
public final class Main implements Callable<Integer>, RunningCommand {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final String ARGUMENTS = "launcher.arguments";
    /** Leaves the framework time to stop within the ten seconds that a system waits for a process. */
    private static final long CANCEL_SECONDS = 5;
    /** For the framework to stop, and for Java to leave its archive of classes, at the end of a command. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final Console console = new Console(System.in, System.out, System.err, Boolean.getBoolean("spine.terminal"),
            Boolean.getBoolean("spine.interactive"));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RunningPlatform platform;
    private volatile Thread command;
    private volatile boolean understood;
    private volatile OptionalInt exitCode = OptionalInt.empty();

    @Activate
    public Main(BundleContext context, @Reference SpineScoring scoring, @Reference StudyFinder studies,
            @Reference StartLevelControl startLevels, @Reference ModelCatalogue models) {
        this.context = context;
        this.startLevels = startLevels;
        this.platform = new RunningPlatform(context, startLevels, scoring, studies, models, console::complain, new Cancellation(),
                Path.of("").toAbsolutePath());
    }

    @Override
    public Integer call() throws InvalidSyntaxException {
        command = Thread.currentThread();
        try {
            // Before the console starts, which gives the commands of its sessions streams in place of these.
            LogStream.divertStandardStreams();
            startLevels.awaitPlatform();
            SpineCommand line = new SpineCommand(platform, console, CommandProviders.of(context));
            understood = true;
            int code = line.run(arguments());
            // Everything is done and said; a bundle that does not stop must not keep the process.
            Watchdog.haltAfter(STOP, () -> code);
            exitCode = OptionalInt.of(code);
            return code;
        } catch (LinkageError e) {
            LOG.error("the platform has not come up", e);
            console.complain("The platform has not come up as a whole (" + e + "). The next command begins with a new copy of it;"
                    + " if that does not help either, ./spine doctor says what is wrong.");
            exitCode = OptionalInt.of(ExitCode.FAILED);
            return ExitCode.FAILED;
        } finally {
            // Foreign code can interrupt any thread; the launcher would end with a code of its own for it.
            Thread.interrupted();
            ended.countDown();
        }
    }

    @Override
    public boolean understood() {
        return understood;
    }

    @Override
    public OptionalInt exitCode() {
        return exitCode;
    }

    @Override
    public void complain(String sentence) {
        console.complain(sentence);
    }

    @Override
    public void cancel() {
        if (command == null || ended.getCount() == 0) {
            return;
        }
        platform.cancellation().cancel();
        command.interrupt();
        try {
            ended.await(CANCEL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
