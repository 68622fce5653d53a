package spine.app.internal.cli.bench;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands that measure. */
@Component
@ServiceRanking(5)
public final class BenchCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new BenchCommand()).addSubcommand(new StudyBenchCommand(context, console)));
    }
}
