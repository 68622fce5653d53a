package spine.runtime.internal.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import spine.api.lease.Lease;
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
public record ProviderRegistry<T>(String kind, Leases<ProviderDescriptor<T>> table, ValidatingServiceTracker<T> tracker,
        Supplier<Duration> patience) {

    /**
     * Takes a lease on the first provider that will do.
     *
     * @param patience how long to wait for one
     * @return empty if none came up in time
     * @throws CancellationException if interrupted while waiting
     */
    public Optional<Lease<ProviderDescriptor<T>>> lease(Predicate<ProviderDescriptor<T>> suitable, Duration patience) {
        try {
            return table.acquire(suitable, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a " + kind);
        }
    }

    /** The same for one that is known already, without waiting; empty if it has left. */
    public Optional<Lease<ProviderDescriptor<T>>> lease(ProviderDescriptor<T> known) {
        return lease(provider -> provider.service() == known.service(), Duration.ZERO);
    }

    /** One sentence on why nothing of that name serves. */
    public String missing(String name) {
        List<String> there = table.providers().stream().map(ProviderDescriptor::name).distinct().sorted().toList();
        String refused = tracker.refusals().stream().filter(refusal -> refusal.name().equals(name))
                .map(refusal -> "; " + refusal.label() + " is refused: " + refusal.reason()).collect(Collectors.joining());
        return "No " + kind + (name.isEmpty() ? "" : " " + name) + " is available" + refused
                + (there.isEmpty() || name.isEmpty() ? "." : "; there is " + String.join(", ", there) + ".");
    }
}
