package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same work at the same moment, each beginning with another piece of it. */
final class Crowd {
    private static final int THREADS = 8;

    /** A question that can be asked again and again. */
    interface Question<I, A> {
        A ask(I input) throws Exception;
    }

    private Crowd() {
    }

    /**
     * @param expected the answers that one thread got, in the order of the inputs
     * @param question asked by all threads for all inputs
     */
    static <I, A> void agrees(List<I> inputs, List<A> expected, Question<I, A> question) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int shift = t;
                running.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < inputs.size(); i++) {
                        int at = (i + shift) % inputs.size();
                        assertEquals(expected.get(at), question.ask(inputs.get(at)),
                                "one of " + THREADS + " threads got another answer for: " + inputs.get(at));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
