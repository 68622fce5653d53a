package spine.runtime.internal.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.lease.Leases;
import spine.api.lease.Rank;

/**
 * Takes providers into use. Fetching one runs foreign code, its activation, and so does testing it: each has a thread of
 * its own and a time. Whoever hangs or throws is refused, its thread is given up, and nobody else has waited for it.
 *
 * @param <T> the service type
 */
public final class ValidatingServiceTracker<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ValidatingServiceTracker.class);

    private final Leases<ProviderDescriptor<T>> table;
    private final Test<T> test;
    private final Supplier<Duration> limit;
    private final ScheduledExecutorService clock;
    private final Map<Object, Candidate> candidates = new ConcurrentHashMap<>();

    /** What a provider must do before it may serve. */
    public interface Test<T> {
        /** @return why it must not serve, as the rest of a sentence that begins with "refused:"; empty if it may */
        Optional<String> fault(ProviderDescriptor<T> offer, Cancellation cancellation);
    }

    /** Where a provider comes from. */
    public interface Source<T> {
        /** @return the provider, null if there is none to be had; foreign code */
        T get();

        /** Gives it back; foreign code. */
        void release();
    }

    private enum Status { PENDING, ADMITTED, REFUSED, WITHDRAWN }

    /**
     * @param table where those go that may serve
     * @param limit for fetching and testing together
     * @param clock for short work only
     */
    public ValidatingServiceTracker(Leases<ProviderDescriptor<T>> table, Test<T> test, Supplier<Duration> limit, ScheduledExecutorService clock) {
        this.table = table;
        this.test = test;
        this.limit = limit;
        this.clock = clock;
    }

    /** Returns at once; the provider is in the table when it has passed. */
    public void add(Object key, Rank rank, ProviderDescriptor<T> claims, Source<T> source) {
        Candidate candidate = new Candidate(key, rank, claims, source);
        candidates.put(key, candidate);
        candidate.begin();
    }

    /** Takes a provider out of use and waits for those who use it, as {@link Leases#remove} does; false if it still is used. */
    public boolean remove(Object key, Duration drain) throws InterruptedException {
        Candidate candidate = candidates.remove(key);
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
        for (Map.Entry<Object, Candidate> entry : candidates.entrySet()) {
            if (keys.test(entry.getKey())) {
                entry.getValue().settled.await();
                entry.getValue().refusal().ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    /** What the providers say of themselves that are being tested; they have no service yet. */
    public List<ProviderDescriptor<T>> pending() {
        return candidates.values().stream().filter(Candidate::pending).map(candidate -> candidate.claims).toList();
    }

    /** Waits until every provider that is there now has been admitted or refused. */
    public void awaitSettled() throws InterruptedException {
        for (Candidate candidate : candidates.values()) {
            candidate.settled.await();
        }
    }

    private final class Candidate implements Runnable {
        private final Object key;
        private final Rank rank;
        private final ProviderDescriptor<T> claims;
        private final Source<T> source;
        private final Cancellation cancellation = new Cancellation();
        private final CountDownLatch settled = new CountDownLatch(1);
        private final CountDownLatch left = new CountDownLatch(1);
        private final Thread thread;
        private Status status = Status.PENDING;
        private String reason = "";
        private T service;
        private ScheduledFuture<?> expiry;

        Candidate(Object key, Rank rank, ProviderDescriptor<T> claims, Source<T> source) {
            this.key = key;
            this.rank = rank;
            this.claims = claims;
            this.source = source;
            this.thread = new Thread(this, "admit " + claims.label());
            thread.setDaemon(true);
        }

        synchronized void begin() {
            expiry = clock.schedule(this::expire, limit.get().toMillis(), TimeUnit.MILLISECONDS);
            thread.start();
        }

        @Override
        public void run() {
            try {
                T found = source.get();
                settle(found, found == null ? Optional.of("it cannot be activated; the log says why")
                        : test.fault(new ProviderDescriptor<>(claims.name(), claims.id(), claims.version(), found), cancellation));
            } catch (Throwable foreign) {
                LOG.warn("{} failed before it could serve", claims.label(), foreign);
                settle(null, Optional.of("it failed with " + foreign));
            } finally {
                left.countDown();
            }
        }

        private void settle(T found, Optional<String> fault) {
            fault.ifPresent(this::refuse);
            if (fault.isPresent() || !admit(found)) {
                release();
            }
        }

        private synchronized boolean admit(T found) {
            if (status != Status.PENDING) {
                return false;
            }
            service = found;
            table.add(key, new ProviderDescriptor<>(claims.name(), claims.id(), claims.version(), found), rank);
            end(Status.ADMITTED);
            LOG.info("{} is available", claims.label());
            return true;
        }

        private synchronized void refuse(String why) {
            if (status == Status.PENDING) {
                reason = why;
                end(Status.REFUSED);
                LOG.error("{} is refused: {}", claims.label(), why);
            }
        }

        private void expire() {
            refuse("it did not answer within " + limit.get().toSeconds() + " s");
            cancellation.cancel();
            thread.interrupt();
        }

        void dismiss(T unfit, String why) {
            synchronized (this) {
                if (status != Status.ADMITTED || service != unfit) {
                    return;
                }
                status = Status.REFUSED;
                reason = why;
            }
            LOG.error("{} is out of use: {}", claims.label(), why);
            hide();
        }

        private void hide() {
            try {
                table.remove(key, Duration.ZERO);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean withdraw(Duration drain) throws InterruptedException {
            Status before;
            synchronized (this) {
                before = status;
                end(Status.WITHDRAWN);
            }
            boolean free = true;
            if (before == Status.ADMITTED) {
                free = table.remove(key, drain);
                release();
            } else if (before == Status.PENDING) {
                cancellation.cancel();
                free = left.await(Math.min(limit.get().toMillis(), drain.toMillis()), TimeUnit.MILLISECONDS);
            }
            return free;
        }

        private void release() {
            try {
                source.release();
            } catch (RuntimeException gone) {
                LOG.debug("{} was withdrawn before it was given back", claims.label(), gone);
            }
        }

        private void end(Status outcome) {
            status = outcome;
            expiry.cancel(false);
            settled.countDown();
        }

        private synchronized boolean pending() {
            return status == Status.PENDING;
        }

        private synchronized Optional<RejectedProvider> refusal() {
            return status == Status.REFUSED ? Optional.of(new RejectedProvider(claims.name(), claims.id(), claims.version(), reason))
                    : Optional.empty();
        }
    }
}
