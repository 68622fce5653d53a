package spine.runtime.internal.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import spine.api.model.ModelCard;
import spine.api.model.RefusedModel;
import spine.api.model.SegmentationModel;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelEntry.State;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.Providers;

/** The models that are installed, what each does and why. */
@Component
public final class InstalledModels implements ModelCatalogue {
    private final Providers providers;
    private final ModelSelectionStore selection;
    private final List<RefusedModel> refused = new CopyOnWriteArrayList<>();

    @Activate
    public InstalledModels(@Reference Providers providers, @Reference ModelSelectionStore selection) {
        this.providers = providers;
        this.selection = selection;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRefused(RefusedModel model) {
        refused.add(model);
    }

    void removeRefused(RefusedModel model) {
        refused.remove(model);
    }

    @Override
    public List<ModelCard> cards() {
        return providers.models().table().providers().stream().map(model -> model.service().card()).toList();
    }

    @Override
    public List<ModelEntry> entries() {
        ModelSelection choices = selection.read();
        List<ProviderDescriptor<SegmentationModel>> ready = providers.models().table().providers();
        AcceptedModels accepted = new AcceptedModels(ready, choices);
        List<ModelEntry> entries = new ArrayList<>();
        Set<String> served = new HashSet<>();
        for (ProviderDescriptor<SegmentationModel> model : ready) {
            boolean serves = accepted.serving(model.name()).filter(serving -> serving.model().equals(model.model())).isPresent()
                    && served.add(model.name());
            String remark = serves && accepted.chosen(model.name()).isPresent() ? "chosen" : "";
            String doubt = accepted.objection(model).orElse("");
            entries.add(new ModelEntry(model.name(), model.model(), state(serves, model, choices),
                    remark + (remark.isEmpty() || doubt.isEmpty() ? "" : ", although ") + doubt, Optional.of(model.service().card())));
        }
        providers.models().tracker().pending().forEach(model ->
                entries.add(new ModelEntry(model.name(), model.model(), State.TESTED, "", Optional.empty())));
        providers.models().tracker().refusals().forEach(refusal -> entries.add(new ModelEntry(refusal.name(),
                new ModelName(refusal.id(), refusal.version()), State.REFUSED, refusal.reason(), Optional.empty())));
        refused.forEach(model -> entries.add(new ModelEntry("", new ModelName(model.id(), model.version()), State.REFUSED,
                model.reason(), Optional.empty())));
        return entries;
    }

    private static State state(boolean serves, ProviderDescriptor<SegmentationModel> model, ModelSelection choices) {
        if (serves) {
            return State.SERVING;
        }
        return choices.shadow().filter(model.model()::equals).isPresent() ? State.SHADOW : State.STANDBY;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!selection.warning().isEmpty()) {
            warnings.add(selection.warning());
        }
        ModelSelection choices = selection.read();
        Set<ModelName> ready = providers.models().table().providers().stream().map(ProviderDescriptor::model).collect(Collectors.toSet());
        for (Map.Entry<String, ModelName> use : choices.used().entrySet()) {
            if (!ready.contains(use.getValue())) {
                warnings.add("The chosen model " + use.getValue() + " is not available; the newest " + use.getKey() + " model serves.");
            }
        }
        choices.shadow().filter(name -> !ready.contains(name))
                .ifPresent(name -> warnings.add("The shadow model " + name + " is not available."));
        return warnings;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ModelEntry entry : entries()) {
            lines.add((entry.role().isEmpty() ? "-" : entry.role()) + "  " + entry.name().id() + " " + entry.name().version() + "  "
                    + entry.state().word() + words(entry) + entry.card().map(card -> "  sha256 " + card.weightsSha256()).orElse(""));
            entry.card().filter(card -> !card.metrics().isEmpty()).ifPresent(card -> lines.add("    " + metrics(card)));
        }
        return lines;
    }

    private static String words(ModelEntry entry) {
        if (entry.state() == State.REFUSED) {
            return ": " + entry.remark();
        }
        return entry.remark().isEmpty() ? "" : " (" + entry.remark() + ")";
    }

    private static String metrics(ModelCard card) {
        return card.metrics().entrySet().stream()
                .map(metric -> metric.getKey() + " " + number(metric.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Counts without decimals, shares with three. */
    private static String number(double value) {
        return Math.abs(value) > 1 && value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
