package spine.app.internal.cli.platform;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.install.InstallPaths;


/** The launcher script lets Gogo's own shell take the terminal; this command only keeps the container running. */
@Command(name = ShellCommand.NAME, mixinStandardHelpOptions = true,
        description = "Opens the Gogo shell in the running container; 'help' names the commands.")
public final class ShellCommand implements Callable<Integer> {
    /** Of the command. */
    public static final String NAME = "shell";

    private final CommandContext platform;
    private final Console console;

    ShellCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() {
        console.note("Bundles dropped into " + InstallPaths.of(System::getProperty).incoming() + " are checked and installed; 'exit 0' or Ctrl-D ends the shell.");
        platform.startEngine();
        platform.awaitStop();
        return ExitCode.DONE;
    }
}
