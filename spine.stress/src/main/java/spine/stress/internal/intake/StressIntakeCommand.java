package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.service.PhantomGenerator;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.io.dimse.DicomNetwork;
import spine.stress.internal.bundle.ModelJars;

/** {@code spine stress intake}. */
@Command(name = "intake", mixinStandardHelpOptions = true,
        description = "Sends small studies to a serving platform that sends its results to an archive, and checks that nothing is lost and"
            + " nothing is there twice.",
        footer = {"", "It works in a folder of its own, with a home of its own and an Orthanc of its own as the archive; a home that"
            + " serves is not touched. A study has five images. Senders send again what is not acknowledged; one study in five comes with"
            + " its last image only after its first result, one in eight is sent twice. What Orthanc has received it notes itself. The"
            + " file studies.csv has one line for every study, events.log one for every event.",
            "Exit code 1: a study that was acknowledged has not exactly one current result of all its images at the archive, an object was"
            + " sent to it twice, a report is by two versions of a model, or something does not come to its end. Exit code 3: Orthanc or"
            + " PostgreSQL is not installed."})
public final class StressIntakeCommand implements Callable<Integer> {
    private static final String LAUNCHER = "spine.launcher";
    /** What is kept of an earlier run, since it takes long to make. */
    private static final String SYNTHETIC = "synthetic";

    private final BundleContext bundles;
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--studies", paramLabel = "N", defaultValue = "100", description = "how many, 1 to 100000 (default: ${DEFAULT-VALUE})")
    private int studies;

    @Option(names = "--senders", paramLabel = "M", defaultValue = "4",
            description = "at the same time, 1 to 32 (default: ${DEFAULT-VALUE})")
    private int senders;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "0",
            description = "how often the process that receives is killed, 0 to 1000 (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(names = "--archive-away", paramLabel = "N", defaultValue = "0",
            description = "how often the archive is stopped for a while, 0 to 100 (default: ${DEFAULT-VALUE})")
    private int away;

    @Option(names = "--swaps", paramLabel = "N", defaultValue = "0",
            description = "how often the oedema model is swapped, 0 to 100; with one worker only (default: ${DEFAULT-VALUE})")
    private int swaps;

    @Option(names = "--database", paramLabel = "NAME", defaultValue = "h2",
            description = "h2, or postgresql: a server of its own (default: ${DEFAULT-VALUE})")
    private String database;

    @Option(names = "--workers", paramLabel = "N", defaultValue = "1",
            description = "processes that score, 1 or 2; of two, on postgresql, one is killed for good (default: ${DEFAULT-VALUE})")
    private int workers;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "decides studies and events, but not when other processes do something (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "intake", description = "folder for everything, not there or empty but for"
            + " the folder " + SYNTHETIC + " of an earlier run (default: ${DEFAULT-VALUE})")
    private Path out;

    public StressIntakeCommand(BundleContext bundles, CommandContext platform, Console console) {
        this.bundles = bundles;
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        within("--studies", studies, 1, 100_000);
        within("--senders", senders, 1, 32);
        within("--kills", kills, 0, 1000);
        within("--archive-away", away, 0, Math.min(100, studies));
        within("--swaps", swaps, 0, 100);
        within("--workers", workers, 1, 2);
        boolean postgresql = database.equals("postgresql");
        demand(postgresql || database.equals("h2"), "--database is h2 or postgresql");
        demand(workers == 1 || postgresql && swaps == 0, "two workers need --database postgresql, and no --swaps");
        Path root = platform.workingFolder().resolve(out).toAbsolutePath().normalize();
        demand(isFree(root), root + " is not empty");
        if (!Archive.isInstalled()) {
            console.complain("Orthanc is not installed; it is the archive that results are sent to. On Debian: apt install orthanc");
            return ExitCode.UNUSABLE;
        }
        if (postgresql && !PostgresServer.isInstalled()) {
            console.complain("PostgreSQL is not installed. On Debian: apt install postgresql");
            return ExitCode.UNUSABLE;
        }
        // A run that is ended leaves nothing running.
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        IntakePlan plan = new IntakePlan(studies, senders, kills, away, swaps, workers, postgresql, seed);
        try (PostgresServer server = postgresql ? new PostgresServer() : null) {
            return run(root, plan, Optional.ofNullable(server)) ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean run(Path root, IntakePlan plan, Optional<PostgresServer> server) throws Exception {
        console.result(studies + " studies of " + senders + " senders, seed " + seed + ", " + database + ", all in " + root);
        Path synthetic = Files.createDirectories(root).resolve(SYNTHETIC);
        if (Files.notExists(synthetic)) {
            console.at("making a synthetic study", 0);
            platform.service(PhantomGenerator.class, "generator of synthetic studies").write(PhantomGenerator.SHIFT, seed, synthetic);
        }
        return new IntakeStress(root, plan, Path.of(System.getProperty(LAUNCHER)), new ModelJars(ModelJars.delivered(bundles)),
                platform.service(DicomNetwork.class, "DICOM network"), new SmallStudies(synthetic, root.resolve("studies"), seed), server,
                console::result).run();
    }

    private void within(String option, int value, int least, int most) {
        demand(value >= least && value <= most, option + " must be " + least + " to " + most);
    }

    private void demand(boolean held, String sentence) {
        if (!held) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return List.of(SYNTHETIC).containsAll(files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
