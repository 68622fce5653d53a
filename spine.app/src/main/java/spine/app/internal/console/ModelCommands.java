package spine.app.internal.console;

import java.util.ArrayList;
import java.util.List;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.runtime.ModelCatalogue;
import spine.runtime.ModelSwitch;
import spine.runtime.ShadowReport;

/** Gogo commands {@code spine:models}, {@code use}, {@code rollback} and {@code shadow}: the same as {@code ./spine models}. */
@Component(service = ModelCommands.class)
@GogoCommand(scope = "spine", function = {"models", "use", "rollback", "shadow"})
public final class ModelCommands {
    private static final ConsoleCommand MODELS = new ConsoleCommand("spine:models", 0);
    private static final ConsoleCommand USE = new ConsoleCommand("spine:use ID@VERSION, or ID@newest", 1);
    private static final ConsoleCommand ROLLBACK = new ConsoleCommand("spine:rollback ID", 1);
    private static final ConsoleCommand SHADOW = new ConsoleCommand("spine:shadow [ID@VERSION, or off]", 0, 1);

    private final ModelCatalogue models;
    private final ModelSwitch versions;
    private final ShadowReport report;

    @Activate
    public ModelCommands(@Reference ModelCatalogue models, @Reference ModelSwitch versions, @Reference ShadowReport report) {
        this.models = models;
        this.versions = versions;
        this.report = report;
    }

    @Descriptor("shows which models serve, which could, and which are refused and why")
    public Object models(@Descriptor("no arguments") String... none) {
        return MODELS.run(none, () -> {
            List<String> lines = new ArrayList<>(models.lines());
            lines.addAll(models.warnings());
            return lines;
        });
    }

    @Descriptor("chooses the version of a model that serves the next study; kept across restarts")
    public Object use(@Descriptor("ID@VERSION, or ID@newest to let the newest version serve again") String... model) {
        return USE.run(model, () -> versions.use(model[0]));
    }

    @Descriptor("goes back to the version of a model that served before the one that serves now")
    public Object rollback(@Descriptor("ID of the model") String... id) {
        return ROLLBACK.run(id, () -> versions.rollback(id[0]));
    }

    @Descriptor("lets a version of a model run beside the serving one, its answers ignored;"
            + " without arguments, shows how the totals of such models agree with those that served")
    public Object shadow(@Descriptor("ID@VERSION, or off to end it; may be left out") String... candidate) {
        return SHADOW.run(candidate, () -> candidate.length == 0 ? agreement() : versions.shadow(candidate[0]));
    }

    private List<String> agreement() throws Exception {
        List<String> lines = report.write();
        return lines.isEmpty() ? List.of("No study has been scored with a model in the shadow.") : lines;
    }
}
