package spine.unet.internal.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/** Runs one task for every slice of a stack. No task outlives the call that made it. */
public final class SliceTasks {

    private SliceTasks() {
    }

    /**
     * Returns when all tasks have ended. After a failure, those that have not begun do not begin any more.
     *
     * @param task what to do for a slice, {@code 0..slices-1}
     * @throws RuntimeException the first failure of a task
     */
    public static void run(Executor threads, int slices, IntConsumer task) {
        List<Future<?>> tasks = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            int current = slice;
            FutureTask<?> future = new FutureTask<>(() -> task.accept(current), null);
            tasks.add(future);
            threads.execute(future);
        }
        await(tasks);
    }

    private static void await(List<Future<?>> tasks) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (Future<?> task : tasks) {
            if (failure != null) {
                task.cancel(false);
            }
            boolean waiting = true;
            while (waiting) {
                try {
                    task.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (CancellationException e) {
                    waiting = false;
                } catch (ExecutionException e) {
                    waiting = false;
                    failure = failure != null ? failure : asUnchecked(e.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
