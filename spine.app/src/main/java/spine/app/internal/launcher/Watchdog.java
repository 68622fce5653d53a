package spine.app.internal.launcher;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Ends the process at a time, whatever hangs: a command that does not end, a bundle that does not stop, a hook of somebody else. */
public final class Watchdog {
    private static volatile boolean armed;

    private Watchdog() {
    }

    /** @param code asked then: the exit code if the process has not ended by itself before */
    public static void haltAfter(Duration time, IntSupplier code) {
        armed = true;
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                // then at once
            }
            Runtime.getRuntime().halt(code.getAsInt());
        }, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the process is to end, because its command has ended or it was told to. */
    static boolean isArmed() {
        return armed;
    }
}
