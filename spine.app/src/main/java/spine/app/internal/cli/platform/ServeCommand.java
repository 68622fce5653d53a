package spine.app.internal.cli.platform;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.install.InstallPaths;


@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Runs the container until it is told to end; bundles dropped into the folder incoming are checked and installed.")
final class ServeCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    ServeCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() {
        platform.startEngine();
        console.note("Running; bundles dropped into " + InstallPaths.of(System::getProperty).incoming() + " are checked and installed.");
        platform.awaitStop();
        return ExitCode.DONE;
    }
}
