package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.stress.internal.bundle.ModelJars;

/** {@code spine stress soak}. */
@Command(name = "soak", mixinStandardHelpOptions = true,
        description = "Mixes batches of good and hostile studies, swaps, bad bundles, kills and restarts, and checks after each"
            + " that nothing is wrong, lost or left.",
        footer = {"", "It works in a folder of its own, with processes that the launcher starts; a home that serves is not touched. The"
            + " file events.log there has one line for every event. What an event is follows from seed and number alone, so that --event"
            + " with the same seed and number of studies repeats it.",
            "Exit code 1: a report differs from the quiet run, a study is lost or judged without a word, something is left, or memory"
            + " grew."})
public final class StressSoakCommand implements Callable<Integer> {
    private static final String LAUNCHER = "spine.launcher";

    private final BundleContext bundles;
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "5", description = "how long (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "decides every event (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--studies", paramLabel = "N", defaultValue = "4", description = "good studies (default: ${DEFAULT-VALUE})")
    private int studies;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "soak",
            description = "folder for everything, empty or not there (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--event", paramLabel = "ID", defaultValue = "", description = "only this event, such as B17")
    private String event;

    public StressSoakCommand(BundleContext bundles, CommandContext platform, Console console) {
        this.bundles = bundles;
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path root = platform.workingFolder().resolve(out).toAbsolutePath().normalize();
        if (!(minutes > 0) || studies < 1) {
            throw new ParameterException(spec.commandLine(), "--minutes and --studies must be above 0");
        }
        if (!event.matches("([BP][1-9][0-9]{0,6})?")) {
            throw new ParameterException(spec.commandLine(), "--event must be B or P and a number");
        }
        if (!isEmpty(root)) {
            throw new ParameterException(spec.commandLine(), root + " is not empty");
        }
        Soak soak = new Soak(Files.createDirectories(root), seed, Path.of(System.getProperty(LAUNCHER)),
                new ModelJars(ModelJars.delivered(bundles)), console::result);
        return soak.run(studies, Duration.ofMillis((long) (minutes * 60_000)), event) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
