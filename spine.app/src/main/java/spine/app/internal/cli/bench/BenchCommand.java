package spine.app.internal.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "bench", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "study|unet|training",
        description = "Measures how long studies take on this machine, step by step, and how much memory.",
        footer = {"", "bench unet and bench training time one network; they are built from the sources, by ./spine in a clone."})
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: study");
    }
}
