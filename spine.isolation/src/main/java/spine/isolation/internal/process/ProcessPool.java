package spine.isolation.internal.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lends the slots of one bundle, each to one thread at a time. There is one at first, and another only when all have been taken for about
 * as long as a process takes to start: until then one that becomes free is sooner there. Of those that nobody takes for a while, one stays.
 * Safe for use by many threads.
 */
final class ProcessPool implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<ProcessSlot> slots;
    private final int most;
    private final Duration idle;
    private final Executor later;
    private final Set<ProcessSlot> all = new HashSet<>();
    /** The one that was given back last comes first. */
    private final Deque<Free> free = new ArrayDeque<>();
    private boolean closed;

    private record Free(ProcessSlot slot, long since) {
    }

    /** Something to do with a slot. */
    interface Work<T> {
        T with(ProcessSlot slot) throws ProcessFailedException;
    }

    /**
     * @param slots makes one
     * @param most how many there may be
     * @param idle after which one that is not the last is closed
     */
    ProcessPool(Supplier<ProcessSlot> slots, int most, Duration idle) {
        this.slots = slots;
        this.most = most;
        this.idle = idle;
        this.later = CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws CancellationException if the thread is interrupted while it waits */
    <T> T lend(Work<T> work) throws ProcessFailedException {
        ProcessSlot slot;
        try {
            slot = take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a process");
        }
        try {
            return work.with(slot);
        } finally {
            give(slot);
        }
    }

    /** Every slot gets a new process for its next question. */
    synchronized void outdate() {
        all.forEach(ProcessSlot::outdate);
    }

    private synchronized ProcessSlot take() throws InterruptedException {
        long begun = System.nanoTime();
        while (free.isEmpty()) {
            long left = PATIENCE_NANOS - (System.nanoTime() - begun);
            if (all.isEmpty() || all.size() < most && left <= 0) {
                ProcessSlot slot = slots.get();
                all.add(slot);
                if (closed) {
                    slot.close();
                }
                return slot;
            }
            TimeUnit.NANOSECONDS.timedWait(this, all.size() < most ? Math.max(left, 1_000_000) : PATIENCE_NANOS);
        }
        return free.pop().slot();
    }

    private synchronized void give(ProcessSlot slot) {
        free.push(new Free(slot, System.nanoTime()));
        notifyAll();
        if (free.size() > 1) {
            later.execute(this::closeIdle);
        }
    }

    private void closeIdle() {
        List<ProcessSlot> surplus = new ArrayList<>();
        synchronized (this) {
            while (free.size() > 1 && System.nanoTime() - free.peekLast().since() >= idle.toNanos()) {
                surplus.add(free.removeLast().slot());
            }
            surplus.forEach(all::remove);
        }
        surplus.forEach(ProcessSlot::close);
    }

    @Override
    public void close() {
        List<ProcessSlot> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(all);
        }
        open.forEach(ProcessSlot::close);
    }
}
