package spine.app.internal.cli.model;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;

/** Commands on models: which serve, training of new ones, and their calibration. */
@Component
@ServiceRanking(20)
public final class ModelCommands implements CommandProvider {

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new ModelsCommand(context, console))
                        .addSubcommand(new ModelsShadowCommand(context, console)).addSubcommand(new ModelsTryCommand(context, console)),
                new CommandLine(new TrainCommand(context, console)), new CommandLine(new CalibrateCommand(context, console)));
    }
}
