package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.cohort.CohortReport;
import spine.api.comparison.PatientTimeline;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.app.embedded.ScoringOptions;
import spine.app.internal.batch.BatchPage;
import spine.app.internal.batch.BatchTables;
import spine.app.internal.batch.EarlierResults;
import spine.app.internal.batch.OutputPlace;
import spine.common.install.InstallPaths;
import spine.runtime.AvailableProviders;
import spine.runtime.ShadowRuns;

@Command(name = "score", mixinStandardHelpOptions = true, description = "Scores the studies below the given files and folders.",
        footer = {"", "Every study gets a folder named by its StudyInstanceUID; scores.csv has the scores of all,",
            "studies.csv what became of each. Both grow with every study and keep the rows of earlier runs.",
            "In the end index.html shows all studies, and totals.csv, units.csv, measures.csv and lesions.csv",
            "have their totals, units, measures and lesions; ./spine cohort DIR writes all of these again.",
            "A study that cannot be used is named and skipped, and one that shows no spine gets a",
            "report that says so, without a score; the exit code is then 3, and the others are scored.",
            "The same command again keeps the studies that are finished and scores the rest. A result",
            "that a person changed is never replaced without --overwrite, and then kept beside.",
            "A result is compared with the earlier ones of its patient that were scored with the same",
            "home, wherever they lie; the comparison goes to DIR/comparisons/UID."})
final class ScoreCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;
    private final AvailableProviders available;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files or folders with studies")
    private List<Path> locations;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the result folders go")
    private Path out;

    @Option(names = "--index", split = ",", paramLabel = "ID", defaultValue = ScoringOptions.USUAL_INDEXES,
            description = "scoring indices, separated by commas (default: ${DEFAULT-VALUE})")
    private List<String> indexes;

    @Option(names = "--format", split = ",", paramLabel = "FORMAT", defaultValue = ScoringOptions.USUAL_FORMATS,
            description = "what to write, separated by commas (default: ${DEFAULT-VALUE})")
    private List<String> formats;

    @Option(names = "--series", arity = "1..*", paramLabel = "UID",
            description = "SeriesInstanceUIDs to use instead of the sagittal STIR series that are found")
    private Set<String> series = Set.of();

    @Option(names = "--accept-any-contrast", description = "also use a sagittal series that is not STIR")
    private boolean anyContrast;

    @Option(names = "--pseudonym", description = "name the patient in reports and tables by the pseudonym that deidentify gives")
    private boolean pseudonym;

    @Option(names = "--key", paramLabel = "FILE",
            description = "with --pseudonym: the secret of deidentify that pseudonyms are derived from"
                    + " (default: keys/deidentify.key in the home of spine, made if missing)")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--study-date", description = "tell the date of each study in reports and tables")
    private boolean studyDate;

    @Option(names = "--no-compare", description = "do not compare results with the earlier ones of their patients")
    private boolean alone;

    @Option(names = "--overwrite", description = "score finished studies again; what a person changed is kept beside as NAME.kept-1")
    private boolean overwrite;

    ScoreCommand(CommandContext platform, Console console, AvailableProviders available) {
        this.platform = platform;
        this.console = console;
        this.available = available;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Path> secret = secret();
        if (InstallPaths.of(System::getProperty).hasDeployed()) {
            startEngine();
        }
        requireFormats();
        OutputPlace.require(out);
        List<StudySource> sources = platform.studies().find(locations, new SeriesChoice(series, anyContrast));
        startEngine();
        available.requireIndexes(indexes);
        ShadowRuns shadow = platform.service(ShadowRuns.class, "shadow");
        CohortReport report = platform.service(CohortReport.class, "page on many studies");
        ScoringOptions options = new ScoringOptions(out.toString(), indexes, formats, List.copyOf(series), anyContrast, overwrite,
                secret.map(Path::toString).orElse(""), studyDate, ScoringOptions.NO_LIMIT);
        try (OutputPlace place = OutputPlace.open(out)) {
            return new StudyBatch(platform.scoring(), options, new BatchTables(place), new BatchPage(place, report),
                    platform.cancellation(), platform.logFile(), console, shadow::awaitIdle, new EarlierResults(timeline(), console))
                    .score(sources);
        }
    }

    /** A key with a misspelt name must not be made anew: its pseudonyms would join with nothing. */
    private Optional<Path> secret() {
        if (key.isPresent() && !(pseudonym && Files.isRegularFile(key.get()))) {
            throw new ParameterException(spec.commandLine(), pseudonym ? "there is no key " + key.get() : "--key needs --pseudonym");
        }
        return pseudonym ? key.or(() -> Optional.of(InstallPaths.of(System::getProperty).deidentificationKey()))
                : Optional.empty();
    }

    private Optional<PatientTimeline> timeline() {
        Optional<PatientTimeline> timeline = alone ? Optional.empty() : platform.present(PatientTimeline.class);
        if (timeline.isEmpty() && !alone) {
            console.note("Results are not compared with earlier ones: this platform has nothing that does so.");
        }
        return timeline;
    }

    private void requireFormats() {
        try {
            available.requireFormats(formats);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** Without anything dropped in this comes late, so that a slip in the usage is answered at once. */
    private void startEngine() {
        console.at("starting the models", 0);
        platform.startEngine();
    }
}
