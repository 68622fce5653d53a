package spine.unet.internal.inference;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Limits the number of tasks that run at the same time on shared threads; the rest wait, the oldest first. */
public final class LimitedExecutor implements Executor {
    private final Executor threads;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param threads runs what it is given at once or later, but never drops it
     * @param most tasks at the same time, above 0
     */
    public LimitedExecutor(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Tasks at the same time. */
    int most() {
        return most;
    }

    /** @param task must not throw */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running == most) {
                return;
            }
            running++;
        }
        threads.execute(this::work);
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            running--;
        }
        return task;
    }
}
