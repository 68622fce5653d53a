package spine.app.internal.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;

import spine.app.command.ExitCode;

/** What a process of spine's own needs: a log before anything else speaks, and a framework that is stopped in order at its end. */
final class StandaloneRuntime {
    /** Of the launcher of bnd, which ends the process when the command has ended or the framework cannot start. */
    private static final String LAUNCHER = "aQute.launcher.";
    /** A system kills a process ten seconds after it asked it to end, and Java itself takes its time too. */
    private static final Duration END = Duration.ofSeconds(8);

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
        this.hook = new Thread(() -> end(framework), "stop-framework");
    }

    void open() throws IOException {
        log.open();
        services.open();
        storage.open();
        Framework framework = context.getBundle(0).adapt(Framework.class);
        FrameworkWaiter.dismiss(framework);
        Thread waiter = new Thread(() -> awaitStop(framework), "framework-end");
        waiter.setDaemon(true);
        waiter.start();
        context.addFrameworkListener(StandaloneRuntime::note);
        context.registerService(WeavingHook.class, new HaltWeaver(context.getBundle()), null);
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

    /** A command of the console, or foreign code, may stop the framework under a command that runs. */
    private static void awaitStop(Framework framework) {
        boolean stopped = Watchdog.isArmed();
        while (!stopped) {
            try {
                framework.waitForStop(0);
                stopped = true;
            } catch (InterruptedException e) {
                // It comes from foreign code, which can interrupt any thread.
            }
        }
        if (!Watchdog.isArmed()) {
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
    }

    /** A bundle that fails to start is reported nowhere else. */
    private static void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR || event.getType() == FrameworkEvent.WARNING) {
            Logger.getLogger(StandaloneRuntime.class.getName()).log(Level.WARNING, event.getBundle().toString(), event.getThrowable());
        }
    }

    private void end(Framework framework) {
        EndOfProcess cause = EndOfProcess.now();
        AtomicInteger code = new AtomicInteger(cause.signal().orElse(ExitCode.FAILED));
        // First of all, since from here on anything may hang.
        Watchdog.haltAfter(END, code::get);
        Optional<RunningCommand> command = command();
        OptionalInt returned = command.map(RunningCommand::exitCode).orElse(OptionalInt.empty());
        returned.ifPresent(code::set);
        Optional<String> culprit = cause.caller().filter(caller -> !caller.startsWith(LAUNCHER));
        if (culprit.isPresent() && returned.isEmpty()) {
            command.ifPresent(running -> running.complain("The code " + culprit.get()
                    + " ended the process, which no part may do; what was not finished is left out."));
        }
        try {
            command.ifPresent(RunningCommand::cancel);
            framework.stop();
            framework.waitForStop(END.toMillis());
        } catch (Exception | Error e) {
            // The process ends either way, and the log is closed by now.
        }
        if (culprit.isPresent() || returned.isPresent()) {
            // Whatever code the culprit gave, or a launcher that could not wait until the framework had stopped.
            Runtime.getRuntime().halt(code.get());
        }
    }

    private Optional<RunningCommand> command() {
        try {
            return Optional.ofNullable(context.getServiceReference(RunningCommand.class)).map(context::getService);
        } catch (IllegalStateException stoppedAlready) {
            return Optional.empty();
        }
    }
}
