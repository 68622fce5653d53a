package spine.app.internal.cli.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.service.StudyEvaluation;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;

@Command(name = "agree", mixinStandardHelpOptions = true, description = "Shows how well readers agree.",
        footer = {"", "Several files are joined by the name of the study. scores.csv, as score leaves it, counts as one reader, named",
            "by its folder. Exit code 3: a file is no such table, or two readers do not share two studies."})
final class AgreeCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "TABLE",
            description = "a table as spreadsheets and R write it: a header, then the study and one column of scores per reader; or"
                    + " scores.csv of a scored folder")
    private List<Path> tables;

    @Option(names = "--total", paramLabel = "NAME", description = "which total of scores.csv counts, such as total6 (default: its first)")
    private String total;

    @Option(names = "--out", paramLabel = "DIR", description = "for agreement.html (a page with plots), agreement.csv and readings.csv")
    private Path out;

    @Spec
    private CommandSpec spec;

    AgreeCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (console.json()) {
            throw new ParameterException(spec.commandLine(), "agree has no JSON; --out writes its figures as agreement.csv");
        }
        console.result(platform.service(StudyEvaluation.class, "evaluation")
                .agree(tables, Optional.ofNullable(total), Optional.ofNullable(out)));
        return ExitCode.DONE;
    }
}
