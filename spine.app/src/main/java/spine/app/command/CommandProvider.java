package spine.app.command;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

import picocli.CommandLine;

import spine.app.context.CommandContext;

/**
 * Extension point: adds commands to the command line. Asked once for each command line, which in a serving process also come from clients:
 * before the arguments are understood and before any model is started, so it must be quick and need no model. Among providers, higher
 * {@code service.ranking} is listed first in the help.
 */
@ConsumerType
public interface CommandProvider {

    /** Commands with names that no other provider uses; each is a {@code Callable<Integer>} that gives a code of {@link ExitCode}. */
    List<CommandLine> commands(CommandContext context, Console console);
}
