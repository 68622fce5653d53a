package spine.app.internal.cli.readers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.cohort.ReaderStudy;
import spine.api.service.PhantomGenerator;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.batch.OutputPlace;

@Command(name = "reader-study", mixinStandardHelpOptions = true,
        description = {"Compares the pipeline with readers, and these with each other and with themselves.",
            "With --n: makes synthetic patients at two time points, scores them, and takes three simulated readers. The same command again"
                + " goes on where it was stopped.",
            "With --readings and --pred: real readers of studies that score has scored."},
        footer = {"", "Leaves reader-study.html (a page with the paper's figures beside these), reader-study.csv and .json (all",
            "figures) and ratings.csv (the readings they rest on). A study that cannot be used is listed and left out.",
            "Exit code 3: a table cannot be understood, or fewer than two patients are left."})
final class ReaderStudyCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--n", paramLabel = "N", description = "synthetic patients, 2 or more; 60 take a quarter of an hour")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "with --n: seed of the first patient; each further one has the next"
            + " (default: 1)")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--profile", paramLabel = "PROFILE", description = "with --n: standard, shift or hard, as for phantom (default: shift,"
            + " which no model was trained on)")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--readings", arity = "1..*", paramLabel = "PATH",
            description = {"tables of readings, or folders with such tables. A line for each study, reader and sitting; columns study"
                    + " (StudyInstanceUID), reader, total6 and total23 or units such as T6/7; patient, timepoint, sitting if there are"
                    + " several.",
                "docs/researchers.md has an example"})
    private List<Path> readings = List.of();

    @Option(names = "--pred", paramLabel = "DIR",
            description = "with --readings: folder below which result folders lie, as score leaves them")
    private Optional<Path> predictions = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the page and the tables go")
    private Path out;

    ReaderStudyCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        require(count.isPresent() == readings.isEmpty() && readings.isEmpty() == predictions.isEmpty(),
                "reader-study takes either --n, or --readings and --pred");
        require(count.isPresent() || seed.isEmpty() && profile.isEmpty(), "--seed and --profile go with --n");
        require(count.map(n -> n >= 2 && n <= MOST).orElse(true), "--n must be 2 to " + MOST);
        require(profile.map(List.of(PhantomGenerator.STANDARD, PhantomGenerator.SHIFT, PhantomGenerator.HARD)::contains).orElse(true),
                "--profile must be standard, shift or hard, not " + profile.orElse(""));
        OutputPlace.require(out);
        ReaderStudy study = platform.service(ReaderStudy.class, "comparison of readers");
        try (OutputPlace place = OutputPlace.open(out)) {
            String text = study.compare(material(study), out);
            console.result(console.json() ? Files.readString(out.resolve(ReaderStudy.JSON)).strip()
                    : text + "\n" + out.resolve(ReaderStudy.PAGE));
        }
        return ExitCode.DONE;
    }

    private ReaderStudy.Material material(ReaderStudy study) throws UnusableInputException, UnavailableException, IOException {
        if (count.isEmpty()) {
            return new ReaderStudy.Material(readings, predictions.orElseThrow(), Optional.empty(), "", List.of());
        }
        console.at("starting the models", 0);
        platform.startEngine();
        return new SyntheticReaders(platform, console, study, profile.orElse(PhantomGenerator.SHIFT), out)
                .read(count.get(), seed.orElse(1L));
    }

    private void require(boolean given, String message) {
        if (!given) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
