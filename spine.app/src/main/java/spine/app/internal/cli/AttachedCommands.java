package spine.app.internal.cli;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.SpineScoring;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.internal.attach.server.Client;
import spine.app.internal.attach.server.ClientCommands;
import spine.app.internal.launcher.StartLevelControl;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/** Runs in this process what the command line of another asks of it: the same commands, with the streams of that other process. */
@Component
public final class AttachedCommands implements ClientCommands {
    /** Those about the platform itself; the launcher script attaches for the same ones. All others do work of their own. */
    private static final List<String> ATTACHED = List.of("shell", "models", "health", "jobs");

    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final SpineScoring scoring;
    private final StudyFinder studies;
    private final ModelCatalogue models;

    @Activate
    public AttachedCommands(BundleContext context, @Reference SpineScoring scoring, @Reference StudyFinder studies,
            @Reference StartLevelControl startLevels, @Reference ModelCatalogue models) {
        this.context = context;
        this.startLevels = startLevels;
        this.scoring = scoring;
        this.studies = studies;
        this.models = models;
    }

    @Override
    public int run(Client client) {
        Console console = new Console(client.in(), client.out(), client.err(), client.terminal(), client.interactive());
        String command = client.arguments().stream().filter(argument -> !argument.startsWith("-")).findFirst().orElse("");
        if (!ATTACHED.contains(command)) {
            console.complain("A serving platform runs " + String.join(", ", ATTACHED) + " for others, not '" + command + "'.");
            return ExitCode.USAGE;
        }
        RunningPlatform platform = new RunningPlatform(context, startLevels, scoring, studies, models, console::complain,
                client.cancellation(), client.folder());
        return new SpineCommand(platform, console, CommandProviders.of(context)).coloured(client.interactive())
                .run(client.arguments().toArray(String[]::new));
    }
}
