package spine.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What is there afterwards and was not before. */
final class Leftovers {
    /** Threads of framework, components, virtual machine and test runner, which come when they like. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "Felix.*|SCR.*|CM .*|.*Configuration.*|ForkJoinPool\\.commonPool.*|process reaper.*|"
            + "Attach Listener|junit-.*|surefire-.*|.*Cleaner.*");
    private static final long STEP_MILLIS = 50;

    private Leftovers() {
    }

    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Names of the threads that live now and did not then. */
    static List<String> threadsSince(Set<Thread> before) {
        return threads().stream().filter(thread -> thread.isAlive() && !before.contains(thread)).map(Thread::getName)
                .filter(name -> !NOT_OURS.matcher(name).matches()).sorted().toList();
    }

    /** Looks again and again until nothing is left or the time is over. */
    static <T> List<T> after(long patienceMillis, Supplier<List<T>> look) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        List<T> left = look.get();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(STEP_MILLIS);
            left = look.get();
        }
        return left;
    }
}
