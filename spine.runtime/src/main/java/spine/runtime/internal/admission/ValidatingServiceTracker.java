package spine.runtime.internal.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

import spine.api.Cancellation;
import spine.api.lease.Leases;
import spine.api.lease.Rank;

/**
 * Admits providers. Fetching one runs foreign code, its activation, and so does testing it: each has a thread of its own and a
 * time limit. One that hangs or throws is refused, its thread is given up, and nothing else has waited for it.
 *
 * @param <T> the service type
 */
public final class ValidatingServiceTracker<T> {
    private final Leases<ProviderDescriptor<T>> table;
    private final Test<T> test;
    private final Supplier<Duration> limit;
    private final ScheduledExecutorService clock;
    private final Map<Object, Candidate<T>> candidates = new ConcurrentHashMap<>();

    /** What a provider must do before it may serve. */
    public interface Test<T> {
        /** @return why it must not serve, as the rest of a sentence that begins with "refused:"; empty if it may */
        Optional<String> fault(ProviderDescriptor<T> provider, Cancellation cancellation);
    }

    /** Where a provider comes from. */
    public interface Source<T> {
        /** @return the provider, null if there is none to be had; foreign code */
        T get();

        /** Gives it back; foreign code. */
        void release();

        /** The SHA-256 of what a model's answers depend on; empty for other kinds. Its card is foreign code. */
        default String digest(T provider) {
            return "";
        }
    }

    /**
     * @param table where those go that may serve
     * @param limit for fetching and testing together
     * @param clock for short work only
     */
    public ValidatingServiceTracker(Leases<ProviderDescriptor<T>> table, Test<T> test, Supplier<Duration> limit,
            ScheduledExecutorService clock) {
        this.table = table;
        this.test = test;
        this.limit = limit;
        this.clock = clock;
    }

    /** Returns at once; the provider is in the table when it has passed. */
    public void add(Object key, Rank rank, ProviderDescriptor<T> claims, Source<T> source) {
        Candidate<T> candidate = new Candidate<>(this, key, rank, claims, source);
        candidates.put(key, candidate);
        candidate.begin();
    }

    /** Takes a provider out of use and waits for those who use it, as {@link Leases#remove} does; false if it still is used. */
    public boolean remove(Object key, Duration drain) throws InterruptedException {
        Candidate<T> candidate = candidates.remove(key);
        return candidate == null || candidate.withdraw(drain);
    }

    /** Takes a provider out of use that was found unfit while it served. */
    public void dismiss(T service, String reason) {
        candidates.values().forEach(candidate -> candidate.dismiss(service, reason));
    }

    /** The providers that are there but not used. */
    public List<RejectedProvider> refusals() {
        return candidates.values().stream().flatMap(candidate -> candidate.refusal().stream()).toList();
    }

    /** The same of some providers, after they have been admitted or refused. */
    public List<RejectedProvider> refusals(Predicate<Object> keys) throws InterruptedException {
        List<RejectedProvider> refusals = new ArrayList<>();
        for (Map.Entry<Object, Candidate<T>> entry : candidates.entrySet()) {
            if (keys.test(entry.getKey())) {
                entry.getValue().awaitSettled();
                entry.getValue().refusal().ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    /** What the providers say of themselves that are being tested; they have no service yet. */
    public List<ProviderDescriptor<T>> pending() {
        return candidates.values().stream().filter(Candidate::pending).map(Candidate::claims).toList();
    }

    /** Waits until every provider that is there now has been admitted or refused. */
    public void awaitSettled() throws InterruptedException {
        for (Candidate<T> candidate : candidates.values()) {
            candidate.awaitSettled();
        }
    }

    Leases<ProviderDescriptor<T>> table() {
        return table;
    }

    Test<T> test() {
        return test;
    }

    Supplier<Duration> limit() {
        return limit;
    }

    ScheduledExecutorService clock() {
        return clock;
    }
}
