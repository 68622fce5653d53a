package spine.app.internal.cli.study;

import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

import spine.app.command.CommandProvider;
import spine.app.command.Console;
import spine.app.context.CommandContext;
import spine.runtime.AvailableProviders;

/** Commands of those who score studies. */
@Component
@ServiceRanking(30)
public final class StudyCommands implements CommandProvider {
    private final BundleContext bundles;

    @Activate
    public StudyCommands(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<CommandLine> commands(CommandContext context, Console console) {
        return List.of(new CommandLine(new DemoCommand(context, console)),
                score(context, console),
                new CommandLine(new RescoreCommand(context, console, new AvailableProviders(bundles))),
                new CommandLine(new CompareCommand(context, console, new AvailableProviders(bundles))),
                new CommandLine(new CohortCommand(context, console)),
                new CommandLine(new PhantomCommand(context, console)),
                new CommandLine(new InsertLesionsCommand(context, console)),
                new CommandLine(new EvaluateCommand(context, console)),
                new CommandLine(new AgreeCommand(context, console)),
                new CommandLine(new DeidentifyCommand(context, console)));
    }

    /** What is installed is asked for when somebody reads the help; bundles in the deploy folder start later. */
    private CommandLine score(CommandContext context, Console console) {
        AvailableProviders available = new AvailableProviders(bundles);
        CommandLine score = new CommandLine(new ScoreCommand(context, console, available));
        score.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, help -> help.createHeading(
                "%nIndices: %s%nFormats: %s%nBundles in the deploy folder may add more of both.%n",
                String.join(", ", available.indexes()), String.join(", ", available.formats())));
        return score;
    }
}
