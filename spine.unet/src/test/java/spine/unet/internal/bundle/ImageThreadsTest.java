package spine.unet.internal.bundle;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ImageThreadsTest {

    @Test
    void theNextModelIsServedByTheThreadOfTheOneBefore() throws Exception {
        ExecutorService threads = ImageThreads.open();
        Thread first = threads.submit(Thread::currentThread).get();
        // A thread is free again a moment after its task has ended.
        while (first.getState() != Thread.State.TIMED_WAITING && first.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        Thread second = threads.submit(Thread::currentThread).get();
        threads.shutdown();
        assertSame(first, second);
        assertSame(ImageThreads.class.getClassLoader(), first.getContextClassLoader());
    }

    @Test
    void whoComesAfterTheEndIsServedOnHisOwnThread() {
        ExecutorService threads = ImageThreads.open();
        threads.shutdown();
        AtomicReference<Thread> served = new AtomicReference<>();
        threads.execute(() -> served.set(Thread.currentThread()));
        assertSame(Thread.currentThread(), served.get());
    }
}
