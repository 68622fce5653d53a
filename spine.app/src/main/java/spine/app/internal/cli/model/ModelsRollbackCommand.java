package spine.app.internal.cli.model;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelSwitch;


@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = "Goes back to the version that served before the one that serves now; before any study, to the next older one.",
        footer = {"", "Exit code 4: there is no version to go back to."})
final class ModelsRollbackCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "such as spine.model.bmo")
    private String model;

    ModelsRollbackCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        platform.startEngine();
        console.result(platform.service(ModelSwitch.class, "switch of models").rollback(model));
        return ExitCode.DONE;
    }
}
