package spine.runtime.internal.guard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import spine.api.Cancellation;

/** Runs foreign code within a time. Code that does not come back is interrupted and left to its thread, which is a daemon. */
public final class TimeLimiter {
    private static final long LOOK_MILLIS = 50;
    /** For code that is asked to stop because the caller's work was cancelled. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private TimeLimiter() {
    }

    /** Foreign code that can be asked to stop. */
    public interface Stoppable<T> {
        T call(Cancellation cancellation) throws Exception;
    }

    /**
     * For a caller that an interrupt stops, because it has nothing else for it.
     *
     * @param name of the thread
     * @throws TimeoutException if the time is over
     * @throws ExecutionException if the code failed, with an error too
     */
    public static <T> T call(String name, Duration limit, Callable<T> foreign) throws TimeoutException, ExecutionException {
        return call(name, limit, new Cancellation(), true, own -> foreign.call());
    }

    /**
     * The same for code that is asked to stop when its time is over, and when the caller's work is cancelled. An interrupt without that is
     * not the caller's wish and is ignored: foreign code can interrupt every thread there is.
     *
     * @param callers is not cancelled here: it may belong to other work too
     */
    public static <T> T call(String name, Duration limit, Cancellation callers, Stoppable<T> foreign) throws TimeoutException,
            ExecutionException {
        return call(name, limit, callers, false, foreign);
    }

    private static <T> T call(String name, Duration limit, Cancellation callers, boolean interruptible, Stoppable<T> foreign)
            throws TimeoutException, ExecutionException {
        Cancellation own = new Cancellation();
        FutureTask<T> task = new FutureTask<>(() -> TellableFailure.of(() -> foreign.call(own)));
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, limit, callers, interruptible, own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + name);
        } finally {
            own.cancel();
            task.cancel(true);
        }
    }

    private static <T> T await(FutureTask<T> task, Duration limit, Cancellation callers, boolean interruptible, Cancellation own)
            throws TimeoutException, ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            try {
                return task.get(Math.max(0, Math.min(left, LOOK_MILLIS)), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                if (interruptible || callers.cancelled()) {
                    throw e;
                }
            } catch (TimeoutException e) {
                if (left <= 0) {
                    throw e;
                }
                if (callers.cancelled() && !own.cancelled()) {
                    own.cancel();
                    deadline = Math.min(deadline, System.nanoTime() + GRACE_NANOS);
                }
            }
        }
    }
}
