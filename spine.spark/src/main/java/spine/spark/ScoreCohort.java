package spine.spark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.spark.internal.cohort.CohortInput;
import spine.spark.internal.cohort.CohortRun;
import spine.spark.internal.cohort.ExecutorSettings;
import spine.spark.internal.cohort.StudyList;
import spine.spark.internal.cohort.WebQuery;
import spine.spark.internal.platform.PlatformSettings;
import spine.spark.internal.platform.ProcessPlatform;

/** What {@code spark-submit} runs: {@code ./spine score} with the studies spread over executors. */
@Command(name = "spark-submit --files spine.app.jar --class spine.spark.ScoreCohort spine.spark.jar",
        description = "Scores the studies of a cohort on a cluster.",
        footer = {"", "Every study gets a folder named by its StudyInstanceUID below DIR; scores.csv",
            "has the scores of all, studies.csv what became of each, and failures.csv those",
            "without a result, with the reason; index.html shows all of them on one page.",
            "Studies that are finished are kept. DIR, the",
            "studies, the home folder and files with passwords or certificates must lie on",
            "a file system that all executors share.",
            "Exit codes are those of ./spine score."})
public final class ScoreCohort implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(ScoreCohort.class.getName());

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    private boolean help;

    @Option(names = "--studies", paramLabel = "PATH",
            description = "folder with studies, or a list: a text file with a folder in each line")
    private Optional<Path> studies = Optional.empty();

    @Option(names = "--from-web", paramLabel = "URL",
            description = "in place of --studies: root of the DICOM web services of a server, whose studies are fetched one by one")
    private Optional<String> server = Optional.empty();

    @Option(names = "--query", paramLabel = "KEY=VALUE&...",
            description = "which studies of the server, by attributes of studies, such as ModalitiesInStudy=MR&StudyDate=20260101-")
    private String query = "";

    @Option(names = "--user", paramLabel = "NAME", description = "user at the server; needs --password-file")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "file whose first line is the password of --user")
    private Optional<Path> password = Optional.empty();

    @Option(names = "--token-file", paramLabel = "FILE", description = "file whose first line is a token, in place of --user")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--web-trust", paramLabel = "FILE",
            description = "PEM file that the certificate of the server is checked against (default: those that Java trusts)")
    private Optional<Path> trusted = Optional.empty();

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
    private List<String> series = List.of();

    @Option(names = "--accept-any-contrast", description = "also use a sagittal series that is not STIR")
    private boolean anyContrast;

    @Option(names = "--overwrite", description = "score finished studies again; what a person changed is kept beside as NAME.kept-1")
    private boolean overwrite;

    @Option(names = "--home", paramLabel = "DIR", defaultValue = "${env:SPINE_HOME}",
            description = "home folder of spine with settings, deployed bundles and the choice of models, on every executor "
                    + "(default: SPINE_HOME of the driver; without it what is shipped)")
    private Path home;

    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "3600",
            description = "after which a study is given up (default: ${DEFAULT-VALUE})")
    private long limit;

    private ScoreCohort() {
    }

    /** Ends the process with a code of {@link spine.app.command.ExitCode}. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new ScoreCohort()).setExecutionExceptionHandler((e, command, parsed) -> explain(e, command))
                .execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
        }
        CohortInput input = input();
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "spine");
        ExecutorSettings.addTo(conf);
        ScoringOptions options = new ScoringOptions(out.toAbsolutePath().normalize().toString(), indexes, formats, series, anyContrast,
                overwrite, "", false, Duration.ofSeconds(limit));
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            try {
                return new CohortRun(spark, platform(), options, System.out, System.err).score(input);
            } finally {
                // First, because its bundles lie in a folder that Spark removes.
                ProcessPlatform.stop();
            }
        }
    }

    private CohortInput input() throws RefusedException {
        if (studies.isPresent() == server.isPresent()) {
            throw new ParameterException(spec.commandLine(), "One of --studies and --from-web says where the studies are");
        }
        if (server.isPresent()) {
            return WebQuery.of(server.get(), query, user, password, token, trusted);
        }
        if (!query.isEmpty() || !user.isEmpty() || password.isPresent() || token.isPresent() || trusted.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--query, --user and the files that go with it need --from-web");
        }
        return StudyList.of(studies.get());
    }

    private PlatformSettings platform() {
        return new PlatformSettings(home == null || home.toString().isEmpty() ? "" : home.toAbsolutePath().normalize().toString());
    }

    private static int explain(Exception e, CommandLine command) {
        if (e instanceof RefusedException refused) {
            command.getErr().println("spine: " + refused.getMessage());
            return refused.exitCode();
        }
        LOG.log(Level.SEVERE, "the run failed", e);
        command.getErr().println("spine: The run failed (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                + "); the log of the driver has the details.");
        return ExitCode.FAILED;
    }
}
