package spine.app.internal.cli.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelSwitch;
import spine.runtime.ShadowReport;

@Command(name = "shadow", mixinStandardHelpOptions = true,
        description = {"Lets a version score every study beside the serving one, without effect on reports, and shows how their"
                + " totals agree.",
            "Without a parameter it shows the agreement so far."},
        footer = {"", "Every study is scored again with the candidate after its own result is complete. The first total of its first index"
            + " is noted for both in the folder shadow of the spine folder, as tables that agree reads too: candidate, then serving.",
            "Exit code 3: that is no ID@VERSION; 4: there is no such model, or it is refused."})
final class ModelsShadowCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "ID@VERSION", description = "the candidate; off ends it")
    private Optional<String> candidate = Optional.empty();

    ModelsShadowCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (candidate.isPresent()) {
            platform.startEngine();
            console.result(platform.service(ModelSwitch.class, "model selection").shadow(candidate.get()));
            return ExitCode.DONE;
        }
        List<String> reports = platform.service(ShadowReport.class, "evaluation").write();
        if (reports.isEmpty()) {
            console.note("No study has been scored with a model in the shadow.");
        }
        reports.forEach(console::result);
        return ExitCode.DONE;
    }
}
