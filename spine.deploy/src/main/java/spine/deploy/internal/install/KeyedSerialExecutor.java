package spine.deploy.internal.install;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work with the same key is done one after the other, in its order; work with another key does not wait for it. */
public final class KeyedSerialExecutor implements AutoCloseable {
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "deploy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does the work after all earlier work with the same key.
     *
     * @param work catches what it throws
     * @param patience how long to wait for its end
     * @return false if it goes on after that
     */
    public boolean run(String key, Runnable work, Duration patience) throws InterruptedException {
        try {
            CompletableFuture<Void> done = last.compute(key, (name, before) ->
                    before == null ? CompletableFuture.runAsync(work, threads) : before.thenRunAsync(work, threads));
            done.thenRun(() -> last.remove(key, done));
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (RejectedExecutionException | CancellationException closed) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("work on " + key + " must catch what it throws", e.getCause());
        }
    }

    /** Interrupts all work; nothing is waited for, and nothing begins, from then on. */
    @Override
    public void close() {
        threads.shutdownNow();
        last.values().forEach(work -> work.cancel(false));
    }
}
