package spine.stress.internal;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import picocli.CommandLine;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.stress.internal.intake.StressIntakeCommand;
import spine.stress.internal.soak.StressSoakCommand;

/** Adds {@code spine stress} to the command line. */
@Component
public final class StressCommands implements CommandProvider {
    private final BundleContext bundles;

    @Activate
    public StressCommands(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new StressCommand()).addSubcommand(new StressSwapCommand(bundles, context, console))
                .addSubcommand(new StressSoakCommand(bundles, context, console))
                .addSubcommand(new StressIntakeCommand(bundles, context, console)));
    }
}
