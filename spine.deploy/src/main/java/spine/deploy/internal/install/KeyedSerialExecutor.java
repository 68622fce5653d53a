package spine.deploy.internal.install;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on one file is done in its order; work on another does not wait for it. */
final class KeyedSerialExecutor implements AutoCloseable {
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "deploy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does the work after all earlier work on the same file.
     *
     * @param work catches what it throws
     * @param patience how long to wait for its end
     * @return false if it goes on after that
     */
    boolean run(String file, Runnable work, Duration patience) throws InterruptedException {
        CompletableFuture<Void> done = last.compute(file, (name, before) ->
                before == null ? CompletableFuture.runAsync(work, threads) : before.thenRunAsync(work, threads));
        done.thenRun(() -> last.remove(file, done));
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("work on " + file + " must catch what it throws", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
