package spine.pipeline;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the studies that are being scored and those that wait for it. */
final class WorkloadCounter {
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    /** One study. It waits until it begins. */
    final class Place implements AutoCloseable {
        private AtomicInteger counted = waiting;

        private Place() {
            counted.incrementAndGet();
        }

        void begin() {
            counted.decrementAndGet();
            counted = running;
            counted.incrementAndGet();
        }

        @Override
        public void close() {
            counted.decrementAndGet();
        }
    }

    Place enter() {
        return new Place();
    }

    int running() {
        return running.get();
    }

    int waiting() {
        return waiting.get();
    }
}
