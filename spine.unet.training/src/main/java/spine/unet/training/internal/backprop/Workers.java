package spine.unet.training.internal.backprop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs the parts of a batch on several threads. What a part computes never depends on how many there are. */
final class Workers implements AutoCloseable {
    private final ExecutorService pool;

    /** @param threads at least 1; with 1 the caller does the work */
    Workers(int threads) {
        this.pool = threads == 1 ? null : Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "training-step");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the task for 0 to {@code count - 1}, in any order, and waits for all of them. */
    void each(int count, IntConsumer task) {
        if (pool == null) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        List<Future<?>> running = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int part = i;
            running.add(pool.submit(() -> task.accept(part)));
        }
        RuntimeException failure = null;
        for (Future<?> part : running) {
            RuntimeException failed = failureOf(part);
            failure = failure == null ? failed : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits through interrupts: the parts write to native memory that the caller may free as soon as this returns. */
    private static RuntimeException failureOf(Future<?> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    part.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
