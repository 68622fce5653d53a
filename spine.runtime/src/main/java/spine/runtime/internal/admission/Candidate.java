package spine.runtime.internal.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.lease.Leases;
import spine.api.lease.Rank;

/**
 * One provider on its way into use: fetched and tested on a thread of its own, then admitted or refused, withdrawn when it leaves.
 *
 * @param <T> the service type
 */
final class Candidate<T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Candidate.class);

    private enum Status { PENDING, ADMITTED, REFUSED, WITHDRAWN }

    private final Leases<ProviderDescriptor<T>> table;
    private final ValidatingServiceTracker.Test<T> test;
    private final Supplier<Duration> limit;
    private final ScheduledExecutorService clock;
    private final Object key;
    private final Rank rank;
    private final ProviderDescriptor<T> claims;
    private final ValidatingServiceTracker.Source<T> source;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final Thread thread;
    private Status status = Status.PENDING;
    private String reason = "";
    private T service;
    private ScheduledFuture<?> expiry;

    /** @param tracker whose table, test and times apply */
    Candidate(ValidatingServiceTracker<T> tracker, Object key, Rank rank, ProviderDescriptor<T> claims,
            ValidatingServiceTracker.Source<T> source) {
        this.table = tracker.table();
        this.test = tracker.test();
        this.limit = tracker.limit();
        this.clock = tracker.clock();
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
            if (found == null) {
                settle(claims, Optional.of("it cannot be activated; the log says why"));
            } else {
                ProviderDescriptor<T> fetched = claims.with(found, source.digest(found));
                settle(fetched, test.fault(fetched, cancellation));
            }
        } catch (Throwable foreign) {
            LOG.warn("{} failed before it could serve", claims.label(), foreign);
            settle(claims, Optional.of("it failed with " + foreign));
        } finally {
            left.countDown();
        }
    }

    private void settle(ProviderDescriptor<T> found, Optional<String> fault) {
        fault.ifPresent(this::refuse);
        if (fault.isPresent() || !admit(found)) {
            release();
        }
    }

    private synchronized boolean admit(ProviderDescriptor<T> found) {
        if (status != Status.PENDING) {
            return false;
        }
        service = found.service();
        table.add(key, found, rank);
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

    /** Waits until it has been admitted, refused or withdrawn. */
    void awaitSettled() throws InterruptedException {
        settled.await();
    }

    ProviderDescriptor<T> claims() {
        return claims;
    }

    synchronized boolean pending() {
        return status == Status.PENDING;
    }

    synchronized Optional<RejectedProvider> refusal() {
        return status == Status.REFUSED ? Optional.of(new RejectedProvider(claims.name(), claims.id(), claims.version(), reason))
                : Optional.empty();
    }
}
