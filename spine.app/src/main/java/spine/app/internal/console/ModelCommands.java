package spine.app.internal.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.UnusableInputException;
import spine.api.service.UnavailableException;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelSwitch;
import spine.runtime.ShadowReport;

/** Gogo commands {@code spine:models}, {@code use}, {@code rollback} and {@code shadow}: the same as {@code ./spine models}. */
@Component(service = ModelCommands.class)
@GogoCommand(scope = "spine", function = {"models", "use", "rollback", "shadow"})
public final class ModelCommands {
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
    public List<String> models() {
        List<String> lines = new ArrayList<>(models.lines());
        lines.addAll(models.warnings());
        return lines;
    }

    @Descriptor("chooses the version of a model that serves the next study; kept across restarts")
    public String use(@Descriptor("ID@VERSION, or ID@newest to let the newest version serve again") String model)
            throws UnavailableException, IOException {
        return versions.use(model);
    }

    @Descriptor("goes back to the version of a model that served before the one that serves now")
    public String rollback(@Descriptor("ID of the model") String id) throws UnavailableException, IOException {
        return versions.rollback(id);
    }

    @Descriptor("lets a version of a model run beside the serving one, its answers ignored")
    public String shadow(@Descriptor("ID@VERSION, or off") String candidate) throws UnavailableException, IOException {
        return versions.shadow(candidate);
    }

    @Descriptor("shows how the totals of models in the shadow agree with those that served")
    public List<String> shadow() throws UnusableInputException, IOException {
        return report.write();
    }
}
