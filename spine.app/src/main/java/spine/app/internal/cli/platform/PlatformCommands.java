package spine.app.internal.cli.platform;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands of those who run the platform. */
@Component
@ServiceRanking(10)
public final class PlatformCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new SignCommand(context, console)), new CommandLine(new DeployCommand(context, console)),
                new CommandLine(new AuditCommand(console)), new CommandLine(new HealthCommand(context, console)),
                new CommandLine(new JobsCommand(context, console)), new CommandLine(new ShellCommand(context, console)),
                new CommandLine(new ServeCommand(context, console)));
    }
}
