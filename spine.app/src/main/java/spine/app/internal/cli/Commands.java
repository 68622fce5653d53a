package spine.app.internal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

import spine.api.UnusableInputException;
import spine.api.service.UnavailableException;
import spine.app.internal.Home;
import spine.app.internal.ProviderFailedException;

/** The command {@code spine} with its subcommands, and what its exit codes mean. */
@Command(name = "spine", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Scores spinal inflammation (SPARCC) on whole-spine STIR MRI.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:anything unexpected", "2:wrong usage", "3:input that cannot be used",
            "4:no model or index available"})
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int UNUSABLE = 3;
    static final int UNAVAILABLE = 4;

    private final Console console;
    private final CommandLine line;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "no progress and no remarks")
    private boolean quiet;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "results as JSON on standard output")
    private boolean json;

    Commands(Platform platform, Console console) {
        this.console = console;
        platform.complainTo(console::complain);
        this.line = new CommandLine(this)
                .addSubcommand(new DemoCommand(platform, console))
                .addSubcommand(new ScoreCommand(platform, console))
                .addSubcommand(new PhantomCommand(platform, console))
                .addSubcommand(new CommandLine(new ModelsCommand(platform, console))
                        .addSubcommand(new ModelsUseCommand(platform, console))
                        .addSubcommand(new ModelsRollbackCommand(platform, console))
                        .addSubcommand(new ModelsShadowCommand(platform, console)))
                .addSubcommand(new TrainCommand(platform, console))
                .addSubcommand(new EvaluateCommand(platform, console))
                .addSubcommand(new AgreeCommand(platform, console))
                .addSubcommand(new CommandLine(new StressCommand()).addSubcommand(new StressSwapCommand(platform, console)))
                .addSubcommand(new SignCommand(platform, console))
                .addSubcommand(new DeployCommand(platform, console))
                .addSubcommand(new HealthCommand(platform, console))
                .addSubcommand(new ShellCommand(platform, console))
                .addSubcommand(new ServeCommand(platform, console))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
    }

    /** @return the exit code of the process */
    int run(String... arguments) {
        return line.execute(arguments);
    }

    private int execute(ParseResult parsed) {
        console.configure(quiet, json);
        if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            line.usage(console.err());
            return USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int explain(Exception e) {
        LOG.info("the command failed", e);
        if (e instanceof UnusableInputException || e instanceof IllegalArgumentException) {
            console.complain(e.getMessage());
            return UNUSABLE;
        }
        if (e instanceof UnavailableException) {
            console.complain(e.getMessage());
            return UNAVAILABLE;
        }
        if (e instanceof ProviderFailedException) {
            console.complain(e.getMessage());
            return FAILED;
        }
        if (e instanceof CancellationException) {
            console.complain("cancelled.");
            return FAILED;
        }
        String what = e instanceof IOException ? "A file could not be read or written" : "Something unexpected happened";
        console.complain(what + " (" + e + "); the log " + Home.log() + " has the details.");
        return FAILED;
    }
}
