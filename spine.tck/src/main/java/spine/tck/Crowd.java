package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same work at the same moment, each beginning with another piece of it, so that all of it is done. */
final class Crowd {
    private static final int THREADS = 8;
    /** Inputs that one thread asks for, at least: each of a dozen is asked for by two or three threads, which need not ask for all. */
    private static final int EACH = 4;

    /** A question that can be asked again and again. */
    interface Question<I, A> {
        A ask(I input) throws Exception;
    }

    private Crowd() {
    }

    /**
     * @param expected the answers that one thread got, in the order of the inputs
     * @param question asked for each input by several threads
     */
    static <I, A> void agrees(List<I> inputs, List<A> expected, Question<I, A> question) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            int each = Math.min(inputs.size(), Math.max(EACH, inputs.size() / THREADS + 1));
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t * inputs.size() / THREADS;
                running.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        int at = (first + i) % inputs.size();
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
