package spine.api.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Hands out providers in such a way that a provider leaves only when nobody uses it any more.
 *
 * <p>Three things together make a swap without a failed call, in every order of adding and removing: the table is
 * copied on write, {@link #remove} waits for the leases that are open, and {@link #acquire} waits a bounded time while
 * there is no provider. In Declarative Services call {@link #add} from the bind method and {@link #remove} from the
 * unbind method of a dynamic reference of cardinality MULTIPLE: unregistration is synchronous, so the provider's own
 * deactivation begins only after its users have left.
 *
 * <p>Safe for use by many threads. No foreign code runs under a lock.
 *
 * @param <T> the service type
 */
public final class Leases<T> {
    private final Object gate = new Object();
    private volatile List<Slot<T>> slots = List.of();   // immutable, in serving order, replaced as a whole under gate

    /**
     * Adds a provider; from now on it may serve.
     *
     * @param key identity for {@link #remove}, such as the service reference
     * @param provider the service
     * @param rank its place; taken at this moment, because a withdrawn service can no longer be asked
     */
    public void add(Object key, T provider, Rank rank) {
        synchronized (gate) {
            List<Slot<T>> next = new ArrayList<>(slots);
            next.add(new Slot<>(key, provider, rank));
            next.sort(Comparator.comparing(slot -> slot.rank));
            slots = List.copyOf(next);
            gate.notifyAll();
        }
    }

    /**
     * Hides the provider at once, then waits for its users.
     *
     * @param key as given to {@link #add}; an unknown key is ignored
     * @param drain how long to wait; longer than the longest use
     * @return false if the time ran out and somebody still uses the provider: those uses may fail
     * @throws InterruptedException if interrupted while waiting; the provider stays hidden
     */
    public boolean remove(Object key, Duration drain) throws InterruptedException {
        Optional<Slot<T>> leaving;
        synchronized (gate) {
            List<Slot<T>> current = slots;
            leaving = current.stream().filter(slot -> slot.key.equals(key)).findFirst();
            slots = current.stream().filter(slot -> !slot.key.equals(key)).toList();
        }
        return leaving.isEmpty() || leaving.get().drain(drain);
    }

    /** The first provider that is not leaving; see {@link #acquire(Predicate, Duration)}. */
    public Optional<Lease<T>> acquire(Duration patience) throws InterruptedException {
        return acquire(provider -> true, patience);
    }

    /**
     * Takes a lease on the first suitable provider that is not leaving. Waits while there is none, never for ever.
     *
     * @param suitable which providers will do; called outside all locks
     * @param patience how long to wait
     * @return the lease, to be closed after use; empty if no suitable provider came up in time
     * @throws InterruptedException if interrupted while waiting
     */
    public Optional<Lease<T>> acquire(Predicate<? super T> suitable, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Slot<T>> seen = slots;
            for (Slot<T> slot : seen) {
                if (suitable.test(slot.provider) && slot.enter()) {
                    return Optional.of(slot.lease());
                }
            }
            synchronized (gate) {
                if (slots == seen) {
                    long left = (deadline - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return Optional.empty();
                    }
                    gate.wait(left);
                }
            }
        }
    }

    /** The providers that may serve now, in serving order; for lists and messages, not for use. */
    public List<T> providers() {
        return slots.stream().map(slot -> slot.provider).toList();
    }

    private static final class Slot<T> {
        private final Object key;
        private final T provider;
        private final Rank rank;
        private int users;
        private boolean leaving;

        Slot(Object key, T provider, Rank rank) {
            this.key = key;
            this.provider = provider;
            this.rank = rank;
        }

        synchronized boolean enter() {
            if (leaving) {
                return false;
            }
            users++;
            return true;
        }

        synchronized void exit() {
            users--;
            if (users == 0) {
                notifyAll();
            }
        }

        synchronized boolean drain(Duration patience) throws InterruptedException {
            leaving = true;
            long deadline = System.nanoTime() + patience.toNanos();
            while (users > 0) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }

        Lease<T> lease() {
            AtomicBoolean open = new AtomicBoolean(true);
            return new Lease<>() {
                @Override
                public T provider() {
                    return provider;
                }

                @Override
                public void close() {
                    if (open.compareAndSet(true, false)) {
                        exit();
                    }
                }
            };
        }
    }
}
