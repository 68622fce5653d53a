package spine.app.internal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.api.service.StudyEvaluation;

@Command(name = "agree", mixinStandardHelpOptions = true, description = "Shows how well readers agree.")
final class AgreeCommand implements Callable<Integer> {
    private final Platform platform;
    private final Console console;

    @Parameters(paramLabel = "scores.csv", description = "a header, then the patient and one column of scores per reader")
    private Path scores;

    AgreeCommand(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.result(platform.service(StudyEvaluation.class, "evaluation").agree(scores));
        return Commands.DONE;
    }
}
