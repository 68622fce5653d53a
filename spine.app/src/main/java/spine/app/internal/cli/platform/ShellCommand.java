package spine.app.internal.cli.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.felix.service.command.CommandProcessor;

import picocli.CommandLine.Command;

import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.app.internal.console.ConsoleSession;

@Command(name = "shell", mixinStandardHelpOptions = true,
        description = "Opens a Gogo console in the platform that serves this home (serve), or else in one of its own; 'help' lists its"
                + " commands, 'exit' or Ctrl-D ends it.",
        footer = {"", "Commands are also read from standard input, one a line: echo spine:models | ./spine shell",
            "The exit code then tells of what could not be done, as that of a batch of studies."})
final class ShellCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    ShellCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws UnavailableException {
        console.at("starting the platform", 0);
        platform.startEngine();
        CommandProcessor processor = platform.service(CommandProcessor.class, "console");
        console.note("'help' lists the commands, 'exit' or Ctrl-D ends the shell.");
        // On a thread of its own, since nothing ends the wait for a line from a terminal.
        AtomicInteger exitCode = new AtomicInteger();
        Thread session = new Thread(() -> exitCode.set(new ConsoleSession(console, platform.workingFolder()).run(processor)),
                "console-session");
        session.setDaemon(true);
        session.start();
        boolean waiting = true;
        while (waiting) {
            try {
                session.join();
                waiting = false;
            } catch (InterruptedException e) {
                // Without a cancellation it comes from foreign code, which can interrupt any thread.
                if (platform.cancellation().cancelled()) {
                    session.interrupt();
                    waiting = false;
                }
            }
        }
        return exitCode.get();
    }
}
