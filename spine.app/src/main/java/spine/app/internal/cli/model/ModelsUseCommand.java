package spine.app.internal.cli.model;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelSwitch;


@Command(name = "use", mixinStandardHelpOptions = true, description = "Chooses the version that serves the next study.",
        footer = {"", "Exit code 3: that is no ID@VERSION; 4: there is no such model, or it is refused."})
final class ModelsUseCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(paramLabel = "ID@VERSION", description = "such as spine.model.bmo@1.0.0; ID@newest lets the newest version serve again")
    private String model;

    ModelsUseCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        platform.startEngine();
        console.result(platform.service(ModelSwitch.class, "switch of models").use(model));
        return ExitCode.DONE;
    }
}
