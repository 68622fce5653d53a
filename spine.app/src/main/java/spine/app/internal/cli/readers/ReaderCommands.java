package spine.app.internal.cli.readers;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands on readers. */
@Component
@ServiceRanking(25)
public final class ReaderCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new ReaderStudyCommand(context, console)));
    }
}
