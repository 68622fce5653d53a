package spine.app.internal.cli.network;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands of those who connect spine with scanners and archives. */
@Component
@ServiceRanking(15)
public final class NetworkCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new EchoCommand(context, console)), new CommandLine(new SendCommand(context, console)),
                new CommandLine(new ReceiveCommand(context, console)),
                new CommandLine(new FetchCommand(context, console)).setCaseInsensitiveEnumValuesAllowed(true));
    }
}
