package spine.runtime.internal.provider;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import spine.api.lease.Leases;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.admission.ValidatingServiceTracker;

/**
 * One kind of provider.
 *
 * @param kind for a person to read, such as "scoring index"
 * @param table those that may serve
 * @param tracker how they come there
 * @param patience how long a study waits for one that is not there
 */
public record ProviderRegistry<T>(String kind, Leases<ProviderDescriptor<T>> table, ValidatingServiceTracker<T> tracker, Supplier<Duration> patience) {

    /** One sentence on why nothing of that name serves. */
    public String missing(String name) {
        List<String> there = table.providers().stream().map(ProviderDescriptor::name).distinct().sorted().toList();
        String refused = tracker.refusals().stream().filter(refusal -> refusal.name().equals(name))
                .map(refusal -> "; " + refusal.label() + " is refused: " + refusal.reason()).collect(Collectors.joining());
        return "No " + kind + (name.isEmpty() ? "" : " " + name) + " is available" + refused
                + (there.isEmpty() || name.isEmpty() ? "." : "; there is " + String.join(", ", there) + ".");
    }
}
