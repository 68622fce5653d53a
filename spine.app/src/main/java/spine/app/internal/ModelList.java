package spine.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.model.ModelCard;
import spine.api.service.ComputeEngine;

/** The models that may serve now, in the order in which they would. */
@Component(service = ModelList.class)
public final class ModelList {
    private final Providers providers;

    @Activate
    public ModelList(@Reference Providers providers) {
        this.providers = providers;
    }

    public List<ModelCard> cards() {
        return providers.models().providers().stream().map(offer -> offer.service().card()).toList();
    }

    /** The same for a person to read. */
    public static List<String> lines(ComputeEngine engine, List<ModelCard> cards) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, oneDNN %s, %d thread(s) per operation, %d image(s) at a time, started in %d ms",
                engine.name(), engine.accelerated() ? "in use" : "NOT in use", engine.threadsPerOperation(),
                engine.parallelImages(), engine.startMillis()));
        for (ModelCard card : cards) {
            lines.add(card.role() + "  " + card.id() + " " + card.version() + "  sha256 " + card.weightsSha256());
            if (!card.metrics().isEmpty()) {
                lines.add("    " + card.metrics().entrySet().stream()
                        .map(metric -> metric.getKey() + " " + String.format(Locale.ROOT, "%.3f", metric.getValue()))
                        .collect(Collectors.joining(", ")));
            }
        }
        return lines;
    }
}
