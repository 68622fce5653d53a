package spine.deploy.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class KeyedSerialExecutorTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void onlyTheFileThatHangsWaits() throws Exception {
        try (KeyedSerialExecutor lanes = new KeyedSerialExecutor()) {
            CountDownLatch hanging = new CountDownLatch(1);
            List<String> done = new CopyOnWriteArrayList<>();
            assertFalse(lanes.run("hangs", () -> await(hanging), SHORT));
            assertFalse(lanes.run("hangs", () -> done.add("removal of what hangs"), SHORT));
            assertTrue(lanes.run("other", () -> done.add("other"), LONG));
            assertEquals(List.of("other"), done);
            hanging.countDown();
            assertTrue(lanes.run("hangs", () -> done.add("again"), LONG));
            assertEquals(List.of("other", "removal of what hangs", "again"), done);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
