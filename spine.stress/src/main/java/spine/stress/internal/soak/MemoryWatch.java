package spine.stress.internal.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import spine.stress.internal.home.Event;
import spine.stress.internal.home.HomeProcesses;
import spine.stress.internal.home.HomeProcesses.HomeProcess;

/** Looks at the resident memory of every process of a home, once a second. */
final class MemoryWatch implements Runnable {
    /** The heap may take 4 GB by the launcher; what is measured stays far below, native memory included. */
    private static final double MOST_MB = 3_072;
    /** What caches, pools and the allocator take before they are full. */
    private static final double MOST_GROWTH_MB = 512;
    /** What a process has once it has scored a few studies; one that has not yet is no measure. */
    private static final double WARM_MB = 1_024;
    private static final long PAUSE_MILLIS = 1_000;
    private static final int QUARTERS = 4;

    private final HomeProcesses processes;
    private final List<Double> serving = new ArrayList<>();
    private double most;

    MemoryWatch(HomeProcesses processes) {
        this.processes = processes;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("the processes cannot be listed", e);
        }
    }

    private synchronized void look() throws IOException {
        for (HomeProcess process : processes.list()) {
            if (process.isServing()) {
                serving.add(process.residentMb());
            }
            most = Math.max(most, process.residentMb());
        }
    }

    /** Checks what was seen. */
    synchronized void check(Event event) {
        double first = quarter(0);
        double last = quarter(QUARTERS - 1);
        event.note(String.format(Locale.ROOT, "resident memory: serving process at most %.0f MB in the first quarter, %.0f MB in the last"
                + " (%d looks); any process at most %.0f MB", first, last, serving.size(), most));
        event.expect(most <= MOST_MB, "a process has more than " + MOST_MB + " MB of resident memory");
        event.expect(last - Math.max(first, WARM_MB) <= MOST_GROWTH_MB, "the serving process grew by more than " + MOST_GROWTH_MB + " MB");
    }

    private double quarter(int number) {
        int from = serving.size() * number / QUARTERS;
        int to = serving.size() * (number + 1) / QUARTERS;
        return serving.subList(from, to).stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
