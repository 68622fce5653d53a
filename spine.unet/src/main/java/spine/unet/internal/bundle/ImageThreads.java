package spine.unet.internal.bundle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the models of the platform segment images; an idle one serves the next model. They do not end with a model, because
 * the C library keeps freed memory for the thread that had it: threads that ended with their model would each leave some 100 MB behind, in
 * other arenas every time.
 */
final class ImageThreads {

    private ImageThreads() {
    }

    /**
     * A pool without bound that keeps its threads. They end when it is shut down; tasks that come later run on the caller's thread, where
     * they find their model closed.
     */
    static ExecutorService open() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, Long.MAX_VALUE, TimeUnit.NANOSECONDS, new SynchronousQueue<>(), task -> {
            // Without the caller's inheritable thread locals and class loader: the thread outlives the bundle of its first caller.
            Thread thread = new Thread(null, task, "image-" + number.incrementAndGet(), 0, false);
            thread.setContextClassLoader(ImageThreads.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        }, (task, ended) -> task.run());
    }
}
