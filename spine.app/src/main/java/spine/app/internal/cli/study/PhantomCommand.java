package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import spine.api.service.PhantomGenerator;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;

@Command(name = "phantom", mixinStandardHelpOptions = true,
        description = "Makes synthetic whole-spine studies with truth; the same seed gives the same study.")
final class PhantomCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the folders phantom-SEED go")
    private Path out;

    @Option(names = "--n", paramLabel = "N", defaultValue = "1", description = "how many (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "seed of the first study; each further one has the next higher seed (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--profile", paramLabel = "PROFILE", defaultValue = PhantomGenerator.STANDARD,
            description = "standard; shift, of another generator, which no model was trained on; or hard, shift with more that looks"
                    + " like oedema "
                    + "(default: ${DEFAULT-VALUE})")
    private String profile;

    @Option(names = "--timepoints", paramLabel = "N",
            description = {"studies of each patient, as folders phantom-SEED-1, phantom-SEED-2 and so on, 12 weeks to a year apart:"
                    + " repositioned, and the inflammation changed.",
                "truth/changes.csv says what became of every lesion"})
    private Optional<Integer> timePoints = Optional.empty();

    @Option(names = "--unchanged", description = "with --timepoints: repositioned only, the inflammation stays exactly what it was")
    private boolean unchanged;

    PhantomCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--n must be at least 1");
        }
        if (!List.of(PhantomGenerator.STANDARD, PhantomGenerator.SHIFT, PhantomGenerator.HARD).contains(profile)) {
            throw new ParameterException(spec.commandLine(), "--profile must be standard, shift or hard, not " + profile);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out is not a folder: " + out);
        }
        if (timePoints.filter(points -> points < 2 || points > PhantomGenerator.MOST_TIME_POINTS).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--timepoints must be 2 to " + PhantomGenerator.MOST_TIME_POINTS);
        }
        if (unchanged && timePoints.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--unchanged goes with --timepoints");
        }
        PhantomGenerator generator = platform.service(PhantomGenerator.class, "generator of synthetic studies");
        for (int i = 0; i < count; i++) {
            platform.cancellation().check();
            console.at("phantom " + (i + 1) + " of " + count, (double) i / count);
            List<Path> folders = folders(seed + i);
            for (Path folder : folders) {
                if (Files.exists(folder)) {
                    throw new ParameterException(spec.commandLine(), folder + " exists already");
                }
            }
            generator.write(profile, seed + i, unchanged, folders);
            folders.forEach(folder -> console.result(folder.toString()));
        }
        return ExitCode.DONE;
    }

    private List<Path> folders(long patient) {
        String name = "phantom-" + patient;
        return timePoints.map(points -> IntStream.rangeClosed(1, points).mapToObj(point -> out.resolve(name + "-" + point)).toList())
                .orElseGet(() -> List.of(out.resolve(name)));
    }
}
