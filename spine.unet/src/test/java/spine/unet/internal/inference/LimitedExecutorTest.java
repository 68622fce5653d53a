package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitedExecutorTest {

    @Test
    void runsEveryTaskButNeverMoreThanTheLimit() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            LimitedExecutor limited = new LimitedExecutor(threads, 3);
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch three = new CountDownLatch(3);
            CountDownLatch done = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                limited.execute(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    three.countDown();
                    await(three);
                    running.decrementAndGet();
                    done.countDown();
                });
            }
            assertTrue(done.await(30, TimeUnit.SECONDS), done.getCount() + " tasks did not run");
            assertEquals(3, most.get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void keepsTheOrderOfTheTasks() {
        List<Runnable> later = new ArrayList<>();
        List<Integer> ran = new ArrayList<>();
        LimitedExecutor limited = new LimitedExecutor(later::add, 1);
        for (int i = 0; i < 3; i++) {
            int number = i;
            limited.execute(() -> ran.add(number));
        }
        assertEquals(1, later.size());
        later.remove(0).run();
        assertEquals(List.of(0, 1, 2), ran);
        limited.execute(() -> ran.add(3));
        later.remove(0).run();
        assertEquals(List.of(0, 1, 2, 3), ran);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
