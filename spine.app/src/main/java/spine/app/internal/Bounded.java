package spine.app.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs foreign code within a time. Code that does not come back is interrupted and left to its thread, which is a daemon. */
final class Bounded {

    private Bounded() {
    }

    /**
     * @param name of the thread
     * @throws TimeoutException if the time is over
     * @throws ExecutionException if the code failed, with an error too
     */
    static <T> T call(String name, Duration limit, Callable<T> foreign) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(foreign);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + name);
        } finally {
            task.cancel(true);
        }
    }
}
