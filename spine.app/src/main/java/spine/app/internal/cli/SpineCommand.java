package spine.app.internal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.console.FailureSentence;
import spine.app.internal.launcher.LogFile;
import spine.common.text.FailureWords;

/** The command {@code spine} with its subcommands, and what its exit codes mean. */
@Command(name = "spine", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Scores spinal inflammation (SPARCC) on whole-spine STIR MRI.",
        footer = {"", "Where nothing starts, ./spine doctor says what is wrong with Java, the machine and the home",
                "folder, and mends it."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was done", "1:anything unexpected", "2:wrong usage", "3:input that cannot be used",
            "4:no model or index available", "130:ended by Ctrl-C", "143:ended by SIGTERM"})
final class SpineCommand {
    private static final Logger LOG = LoggerFactory.getLogger(SpineCommand.class);

    /** Columns; the lines of footers are written for it, and would be broken twice in fewer. */
    private static final int HELP_WIDTH = 110;

    private final CommandContext context;
    private final Console console;
    private final CommandLine line;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "no progress and no remarks")
    private boolean quiet;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "results as JSON on standard output")
    private boolean json;

    SpineCommand(CommandContext context, Console console, List<CommandProvider> providers) {
        this.context = context;
        this.console = console;
        this.line = new CommandLine(this);
        providers.forEach(this::addAll);
        line.registerConverter(Path.class, SpineCommand::path)
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((e, arguments) -> misused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
    }

    /** An empty path, as a variable that is not set gives it, would be the working folder. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the path is empty");
        }
        return Path.of(text);
    }

    /** A provider from elsewhere that fails costs its own commands only. */
    private void addAll(CommandProvider provider) {
        try {
            provider.commands(context, console).forEach(this::add);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the commands of {} were left out", provider.getClass().getName(), e);
        }
    }

    /** A name that is taken stays with whoever had it first. */
    private void add(CommandLine command) {
        if (line.getSubcommands().containsKey(command.getCommandName())) {
            LOG.warn("another command is named {} already", command.getCommandName());
        } else {
            line.addSubcommand(command);
        }
    }

    /** Whether usage has colours, where picocli cannot see the terminal that shows it. */
    SpineCommand coloured(boolean colours) {
        line.setColorScheme(CommandLine.Help.defaultColorScheme(colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return this;
    }

    /** @return the exit code of the process */
    int run(String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) {
            LOG.error("the command failed", e);
            console.complain("The command failed (" + FailureWords.of(e) + "); the log " + LogFile.ofThisProcess() + " has the details.");
            return ExitCode.FAILED;
        }
    }

    private int execute(ParseResult parsed) {
        console.configure(quiet, json);
        if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            line.usage(console.err());
            return ExitCode.USAGE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int misused(ParameterException e) {
        console.complain(UsageSentence.of(e));
        console.err().println("Help: ./" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int explain(Exception e) {
        LOG.info("the command failed", e);
        if (context.cancellation().cancelled()) {
            console.complain("cancelled.");
            return ExitCode.FAILED;
        }
        console.complain(FailureSentence.of(e));
        return FailureSentence.code(e);
    }
}
