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
import spine.runtime.ModelEntry;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.provider.Providers;

/** The models that are installed, what each does and why. */
@Component(service = InstalledModels.class)
public final class InstalledModels {
    private final Providers providers;
    private final List<RefusedModel> refused = new CopyOnWriteArrayList<>();

    @Activate
    public InstalledModels(@Reference Providers providers) {
        this.providers = providers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRefused(RefusedModel model) {
        refused.add(model);
    }

    void removeRefused(RefusedModel model) {
        refused.remove(model);
    }

    /** Cards of the models that may serve now, in the order in which they would if none were chosen. */
    public List<ModelCard> cards() {
        return providers.models().table().providers().stream().map(offer -> offer.service().card()).toList();
    }

    /** First what may serve, in the order of {@link #cards}, then the rest. */
    public List<ModelEntry> entries() {
        ModelSelection choices = providers.choices().read();
        List<ProviderDescriptor<SegmentationModel>> ready = providers.models().table().providers();
        List<ModelEntry> entries = new ArrayList<>();
        Set<String> served = new HashSet<>();
        for (ProviderDescriptor<SegmentationModel> offer : ready) {
            ModelName chosen = choices.used().get(offer.name());
            boolean chosenIsThere = ready.stream().anyMatch(other -> other.name().equals(offer.name()) && other.model().equals(chosen));
            boolean serves = (!chosenIsThere || offer.model().equals(chosen)) && served.add(offer.name());
            entries.add(new ModelEntry(offer.name(), offer.model(), state(serves, offer, choices),
                    serves && chosenIsThere ? "chosen" : "", Optional.of(offer.service().card())));
        }
        providers.models().admissions().pending().forEach(offer ->
                entries.add(new ModelEntry(offer.name(), offer.model(), State.TESTED, "", Optional.empty())));
        providers.models().admissions().refusals().forEach(refusal -> entries.add(new ModelEntry(refusal.name(),
                new ModelName(refusal.id(), refusal.version()), State.REFUSED, refusal.reason(), Optional.empty())));
        refused.forEach(model -> entries.add(new ModelEntry("", new ModelName(model.id(), model.version()), State.REFUSED,
                model.reason(), Optional.empty())));
        return entries;
    }

    private static State state(boolean serves, ProviderDescriptor<SegmentationModel> offer, ModelSelection choices) {
        if (serves) {
            return State.SERVING;
        }
        return choices.shadow().filter(offer.model()::equals).isPresent() ? State.SHADOW : State.STANDBY;
    }

    /** Sentences on choices that do not hold; none if all is as it was chosen. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!providers.choices().warning().isEmpty()) {
            warnings.add(providers.choices().warning());
        }
        ModelSelection choices = providers.choices().read();
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

    /** The list for a person to read. */
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
                .map(metric -> metric.getKey() + " " + String.format(Locale.ROOT, "%.3f", metric.getValue()))
                .collect(Collectors.joining(", "));
    }
}
