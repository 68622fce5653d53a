package spine.app.internal.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import spine.app.internal.Home;

/** The launcher script lets Gogo's own shell take the terminal; this command only keeps the container running. */
@Command(name = ShellCommand.NAME, mixinStandardHelpOptions = true,
        description = "Opens the Gogo shell in the running container; 'help' names the commands.")
final class ShellCommand implements Callable<Integer> {
    static final String NAME = "shell";

    private final Platform platform;
    private final Console console;

    ShellCommand(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() {
        console.note("Bundles dropped into " + Home.incoming() + " are checked and installed; 'exit 0' or Ctrl-D ends the shell.");
        platform.startEngine();
        platform.awaitStop();
        return Commands.DONE;
    }
}
