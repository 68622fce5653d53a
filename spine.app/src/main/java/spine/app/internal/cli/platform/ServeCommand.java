package spine.app.internal.cli.platform;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.attach.AttachFolder;
import spine.app.internal.attach.server.AttachServer;
import spine.app.internal.attach.server.ClientCommands;
import spine.app.internal.cli.access.FirstAdmin;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;

@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Runs the platform until it is told to end; bundles dropped into the folder incoming are checked and installed.",
        footer = {"", "While it runs, shell, models, health and jobs of the same user and home are answered by it."})
final class ServeCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Option(names = "--no-attach", description = "listen for no other command: each starts a platform of its own")
    private boolean alone;

    ServeCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws UnavailableException, IOException, InterruptedException {
        HomePermissions.findings(InstallPaths.of(System::getProperty)).forEach(console::complain);
        platform.startEngine();
        AttachServer server = alone ? null : listen();
        console.note("Running; bundles dropped into " + InstallPaths.of(System::getProperty).incoming() + " are checked and installed.");
        FirstAdmin.make(console);
        platform.startServing();
        OpenDoors.tell(platform, console);
        platform.awaitStop();
        if (server != null) {
            server.close();
        }
        return ExitCode.DONE;
    }

    /** @return null if nothing can attach, which stops nothing else */
    private AttachServer listen() throws UnavailableException {
        try {
            return AttachServer.open(AttachFolder.ofThisHome(), platform.service(ClientCommands.class, "command line for clients"));
        } catch (IOException e) {
            console.complain("Commands cannot attach to this platform: " + e.getMessage() + ".");
            return null;
        }
    }
}
