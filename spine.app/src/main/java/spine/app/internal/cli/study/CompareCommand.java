package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.StudyComparison;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;
import spine.common.install.InstallPaths;
import spine.runtime.AvailableProviders;

@Command(name = "compare", mixinStandardHelpOptions = true,
        description = "Compares studies of one patient over time: what has improved, what is worse, what is new.",
        footer = {"", "PATH is a result folder, as score wrote it, or a folder with the images of one study, which is",
            "scored first. DIR/comparison has comparison.html (one page, prints on A4), comparison.csv and",
            "comparison.json; DIR/results the results of what was scored here.",
            "Pictures need images: those of result folders are looked for at --images.",
            "Exit code 3: a PATH holds no result or study that can be compared."})
final class CompareCommand implements Callable<Integer> {
    private static final String DATA = "comparison.json";

    private final CommandContext platform;
    private final Console console;
    private final AvailableProviders available;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "2..*", paramLabel = "PATH", description = "two time points or more, the oldest first")
    private List<Path> places;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the comparison goes")
    private Path out;

    @Option(names = "--images", arity = "1..*", paramLabel = "PATH",
            description = "files or folders with the images of results, to be named after the results")
    private List<Path> images = List.of();

    @Option(names = "--index", split = ",", paramLabel = "ID", defaultValue = ScoringOptions.USUAL_INDEXES,
            description = "scoring indices for studies that are scored, separated by commas (default: ${DEFAULT-VALUE})")
    private List<String> indexes;

    CompareCommand(CommandContext platform, Console console, AvailableProviders available) {
        this.platform = platform;
        this.console = console;
        this.available = available;
    }

    @Override
    public Integer call() throws Exception {
        if (places.size() > StudyComparison.MOST) {
            throw new ParameterException(spec.commandLine(), "A comparison has at most " + StudyComparison.MOST + " time points");
        }
        boolean scored = places.stream().allMatch(TimePoints::isResult);
        // What was dropped in may read the images.
        if (!scored || !images.isEmpty() && InstallPaths.of(System::getProperty).hasDeployed()) {
            console.at("starting the models", 0);
            platform.startEngine();
        }
        if (!scored) {
            available.requireIndexes(indexes);
        }
        StudyComparison comparison = platform.service(StudyComparison.class, "comparison");
        List<StudyComparison.TimePoint> points = new TimePoints(platform, console, images).of(places, indexes, out.resolve("results"));
        console.at("comparing", 0);
        try {
            print(comparison.compare(points, out.resolve("comparison")));
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException e) {
            throw new UnusableInputException(e.getReason() == null ? out + " exists already and is no folder." : e.getReason(), e);
        }
    }

    private void print(ComparisonSummary summary) throws IOException {
        if (console.json()) {
            console.result(Files.readString(summary.page().resolveSibling(DATA)).strip());
            return;
        }
        summary.verdict().forEach(console::result);
        summary.warnings().forEach(warning -> console.result("warning: " + warning));
        console.result(summary.page().toString());
    }
}
