package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

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
        PhantomGenerator generator = platform.service(PhantomGenerator.class, "generator of synthetic studies");
        for (int i = 0; i < count; i++) {
            platform.cancellation().check();
            console.at("phantom " + (i + 1) + " of " + count, (double) i / count);
            Path folder = out.resolve("phantom-" + (seed + i));
            if (Files.exists(folder)) {
                throw new ParameterException(spec.commandLine(), folder + " exists already");
            }
            generator.write(profile, seed + i, folder);
            console.result(folder.toString());
        }
        return ExitCode.DONE;
    }
}
