package spine.jobs.internal.event;

/** Wakes the threads that wait for something to do. Safe for use by many threads. */
public final class Bell {
    private long rings;

    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** How often it has rung, for {@link #await}: asked before one looks for something to do. */
    public synchronized long rings() {
        return rings;
    }

    /** Returns when it has rung more often than that, or after some time. */
    public synchronized void await(long heard, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; rings == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
