package spine.app.internal.cli.access;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands of those who let others in. */
@Component
@ServiceRanking(5)
public final class AccessCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new UsersCommand(console)), new CommandLine(new TokensCommand(console)),
                new CommandLine(new TlsCommand(console)));
    }
}
