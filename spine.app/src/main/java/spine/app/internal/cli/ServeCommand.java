package spine.app.internal.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

import spine.app.internal.Home;

@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Runs the container until it is told to end; bundles dropped into the folder incoming are checked and installed.")
final class ServeCommand implements Callable<Integer> {
    private final Platform platform;
    private final Console console;

    ServeCommand(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() {
        platform.startEngine();
        console.note("Running; bundles dropped into " + Home.incoming() + " are checked and installed.");
        platform.awaitStop();
        return Commands.DONE;
    }
}
