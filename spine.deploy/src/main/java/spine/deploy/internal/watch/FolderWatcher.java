package spine.deploy.internal.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the folders again and again. Asking costs next to nothing and works on every file system, where being told of
 * changes does not. What takes long in one folder does not hold up the other.
 */
public final class FolderWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    private static final int THREADS = 2;
    private static final long POLL_MILLIS = 300;
    private static final long STOP_SECONDS = 30;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final BooleanSupplier active;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "deploy-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param active nobody looks while this is false */
    public FolderWatcher(BooleanSupplier active) {
        this.active = active;
    }

    /** One look; never two of the same kind at a time. */
    @FunctionalInterface
    public interface Look {
        /** @param now nanoseconds since whenever */
        void look(long now) throws IOException, InterruptedException;
    }

    /**
     * Begins to look.
     *
     * @param what for the log, such as "incoming bundles"
     */
    public Watch watch(String what, Look look) {
        Watch watch = new Watch(what, look);
        watches.add(watch);
        threads.scheduleWithFixedDelay(watch, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Looks now instead of a moment later. */
    public void wake() {
        try {
            watches.forEach(threads::execute);
        } catch (RejectedExecutionException closed) {
            LOG.debug("the watcher is closed", closed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    /** What is looked at again and again. */
    public final class Watch implements Runnable {
        private final String what;
        private final Look look;
        private final ReentrantLock looking = new ReentrantLock();
        private final CountDownLatch looked = new CountDownLatch(1);
        private long pausedUntil = System.nanoTime();

        private Watch(String what, Look look) {
            this.what = what;
            this.look = look;
        }

        /**
         * Waits for the end of the first look.
         *
         * @return false if the time runs out before
         */
        public boolean awaitFirst(Duration patience) throws InterruptedException {
            wake();
            return looked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void run() {
            if (active.getAsBoolean() && looking.tryLock()) {
                try {
                    look(System.nanoTime());
                } finally {
                    looking.unlock();
                }
            }
        }

        private void look(long now) {
            if (now - pausedUntil < 0) {
                return;
            }
            try {
                look.look(now);
            } catch (IOException | RuntimeException e) {
                // For example a full disk: said once in a while, tried for ever.
                LOG.error("{} cannot be processed", what, e);
                pausedUntil = System.nanoTime() + PAUSE_NANOS;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                looked.countDown();
            }
        }
    }
}
