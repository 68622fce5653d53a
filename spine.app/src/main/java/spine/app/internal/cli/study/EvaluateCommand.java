package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import spine.api.UnusableInputException;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.service.StudyEvaluation;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.file.FileTree;
import spine.runtime.ModelEntry;

@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Compares results with the truth.",
        footer = {"", "A study that has no usable report is in no figure, but counted and listed with the reason.",
            "Exit code 3: there is no truth, a truth cannot be understood, or no study has both truth and report;"
                + " with --change also: no patient has two time points."})
final class EvaluateCommand implements Callable<Integer> {
    private static final String FIGURES = "evaluation.json";

    private final CommandContext platform;
    private final Console console;

    @Option(names = "--truth", required = true, paramLabel = "DIR", description = "folder below which truth folders lie")
    private Path truth;

    @Option(names = "--pred", required = true, paramLabel = "DIR", description = "folder below which result folders lie")
    private Path predictions;

    @Option(names = "--out", paramLabel = "DIR",
            description = "where evaluation.html, evaluation.json, evaluation.csv, studies.csv, units.csv and images.csv go;"
                    + " for truths that know only a part also cases.csv, structures.csv and lesions.csv")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--change",
            description = "compare the changes between time points instead, as phantom --timepoints makes them, with the smallest"
                    + " detectable change of the oedema model that serves; --out gets change.csv and pairs.csv")
    private boolean change;

    EvaluateCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        StudyEvaluation evaluation = platform.service(StudyEvaluation.class, "evaluation");
        if (change) {
            console.result(evaluation.evaluateChange(truth, predictions, oedemaModel(), out));
            return ExitCode.DONE;
        }
        console.result(console.json() ? json(evaluation) : evaluation.evaluate(truth, predictions, out));
        return ExitCode.DONE;
    }

    private ModelCard oedemaModel() throws UnavailableException {
        platform.startEngine();
        return platform.models().entries().stream().filter(entry -> entry.state() == ModelEntry.State.SERVING)
                .flatMap(entry -> entry.card().stream()).filter(card -> card.role().equals(ModelRole.OEDEMA)).findFirst()
                .orElseThrow(() -> new UnavailableException("No oedema model serves whose smallest detectable change could be tested."));
    }

    /** What evaluation.json says. */
    private String json(StudyEvaluation evaluation) throws UnusableInputException, IOException {
        if (out.isPresent()) {
            evaluation.evaluate(truth, predictions, out);
            return Files.readString(out.get().resolve(FIGURES)).strip();
        }
        Path folder = Files.createTempDirectory("spine-evaluation");
        try {
            evaluation.evaluate(truth, predictions, Optional.of(folder));
            return Files.readString(folder.resolve(FIGURES)).strip();
        } finally {
            FileTree.delete(folder);
        }
    }
}
