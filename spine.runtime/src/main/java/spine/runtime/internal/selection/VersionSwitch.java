package spine.runtime.internal.selection;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.model.SegmentationModel;
import spine.api.service.UnavailableException;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelName;
import spine.runtime.ModelSwitch;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.Providers;

/**
 * Chooses which version of a model serves the next study. The choice outlives the process and holds for every process of
 * the same home; a running study keeps its version.
 */
@Component
public final class VersionSwitch implements ModelSwitch {
    /** Written instead of a version. */
    private static final String NEWEST = "@newest";
    private static final String OFF = "off";

    private final Providers providers;
    private final ModelSelectionStore selection;
    private final ModelCatalogue models;

    @Activate
    public VersionSwitch(@Reference Providers providers, @Reference ModelSelectionStore selection, @Reference ModelCatalogue models) {
        this.providers = providers;
        this.selection = selection;
        this.models = models;
    }

    @Override
    public String use(String wanted) throws UnavailableException, IOException {
        if (wanted.endsWith(NEWEST)) {
            return useNewest(wanted.substring(0, wanted.length() - NEWEST.length()));
        }
        ProviderDescriptor<SegmentationModel> model = require(ModelName.of(wanted));
        choose(model);
        return model.model() + " serves the next study.";
    }

    @Override
    public String rollback(String id) throws UnavailableException, IOException {
        List<ProviderDescriptor<SegmentationModel>> versions = versions(id);
        String role = versions.get(0).name();
        ModelName served = new AcceptedModels(ready(), selection.read()).serving(role).map(ProviderDescriptor::model).orElse(null);
        ModelName serving = versions.stream().map(ProviderDescriptor::model).filter(name -> name.equals(served)).findFirst()
                .orElse(versions.get(0).model());
        List<ModelName> others = versions.stream().map(ProviderDescriptor::model).filter(name -> !name.equals(serving)).toList();
        Optional<ModelName> before = selection.read().lastServed(role, others::contains)
                .or(() -> versions.stream().map(ProviderDescriptor::model).dropWhile(name -> !name.equals(serving)).skip(1).findFirst());
        ModelName target = before.orElseThrow(() -> new UnavailableException("There is no version of " + id + " to go back to from "
                + serving.version() + "."));
        choose(versions.stream().filter(version -> version.model().equals(target)).findFirst().orElseThrow());
        return target + " serves the next study, in place of " + serving.version() + ".";
    }

    @Override
    public String shadow(String wanted) throws UnavailableException, IOException {
        if (wanted.equals(OFF)) {
            selection.change(choices -> choices.shadowing(Optional.empty()));
            return "No model runs in the shadow.";
        }
        ModelName candidate = require(ModelName.of(wanted)).model();
        selection.change(choices -> choices.shadowing(Optional.of(candidate)));
        return candidate + " runs in the shadow of the serving model.";
    }

    private String useNewest(String id) throws UnavailableException, IOException {
        ProviderDescriptor<SegmentationModel> newest = versions(id).get(0);
        selection.change(choices -> choices.usingNewest(newest.name()));
        return new AcceptedModels(ready(), selection.read()).serving(newest.name())
                .map(serving -> "The newest accepted " + newest.name() + " model serves the next study, now " + serving.model() + ".")
                .orElse("No " + newest.name() + " model serves, since none is accepted.");
    }

    private void choose(ProviderDescriptor<SegmentationModel> model) throws IOException {
        selection.change(choices -> choices.using(model.name(), model.model()));
    }

    /** Versions that may serve, newest first, at least one. */
    private List<ProviderDescriptor<SegmentationModel>> versions(String id) throws UnavailableException {
        List<ProviderDescriptor<SegmentationModel>> versions = ready().stream().filter(version -> version.id().equals(id)).toList();
        if (versions.isEmpty()) {
            throw new UnavailableException("No model " + id + " is available" + there());
        }
        return versions;
    }

    private ProviderDescriptor<SegmentationModel> require(ModelName name) throws UnavailableException {
        return ready().stream().filter(version -> version.model().equals(name)).findFirst()
                .orElseThrow(() -> new UnavailableException("No model " + name + " is available" + refusal(name) + there()));
    }

    private List<ProviderDescriptor<SegmentationModel>> ready() {
        return providers.models().table().providers();
    }

    private String refusal(ModelName name) {
        return models.entries().stream().filter(entry -> entry.state() == ModelEntry.State.REFUSED && entry.name().equals(name))
                .findFirst().map(entry -> ", for it is refused: " + entry.remark()).orElse("");
    }

    private String there() {
        List<String> names = ready().stream().map(version -> version.model().toString()).toList();
        return names.isEmpty() ? "; there is none." : "; there is " + String.join(", ", names) + ".";
    }
}
