package spine.pipeline;

import spine.api.report.Timing;

/** Measures the parts of one study, each from the end of the part before. */
final class Stopwatch {
    private final long start = System.nanoTime();
    private long last = start;
    private long read;
    private long anatomy;
    private long oedema;
    private long score;
    private long write;

    void readDone() {
        read = lap();
    }

    void anatomyDone() {
        anatomy = lap();
    }

    void oedemaDone() {
        oedema = lap();
    }

    void scoreDone() {
        score = lap();
    }

    /** May be called after each file: the times add up. */
    void writeDone() {
        write += lap();
    }

    Timing timing() {
        return new Timing(millis(System.nanoTime() - start), read, anatomy, oedema, score, write);
    }

    private long lap() {
        long now = System.nanoTime();
        long elapsed = millis(now - last);
        last = now;
        return elapsed;
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
