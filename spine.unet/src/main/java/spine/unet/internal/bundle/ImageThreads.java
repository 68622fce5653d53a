package spine.unet.internal.bundle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the models of the platform segment images; one that has nothing to do serves the next model. They
 * do not end with a model, because the C library keeps freed memory for the thread that had it: threads that came and went
 * with their models would each leave some 100 MB behind, in other arenas every time.
 */
final class ImageThreads {

    private ImageThreads() {
    }

    /**
     * As many threads as ever were busy at the same time. They end when it is shut down; what comes later runs on the
     * caller's thread, where it finds its model closed.
     */
    static ExecutorService open() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, Long.MAX_VALUE, TimeUnit.NANOSECONDS, new SynchronousQueue<>(), task -> {
            // Nothing may tie it to the bundle of the caller whose image happens to be its first.
            Thread thread = new Thread(null, task, "image-" + number.incrementAndGet(), 0, false);
            thread.setContextClassLoader(ImageThreads.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        }, (task, ended) -> task.run());
    }
}
