package spine.stress.internal.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import spine.stress.internal.home.Launcher.Started;

/** The process that serves the home. For one thread. */
public final class Server {
    private static final long PATIENCE_SECONDS = 180;
    /** Within which a process that is asked to end has ended. */
    private static final long END_SECONDS = 10;
    private static final long LOOK_MILLIS = 50;

    private final Launcher launcher;
    private final Path address;
    private Started started;

    public Server(Launcher launcher) {
        this.launcher = launcher;
        this.address = launcher.home().resolve("attach").resolve("address");
    }

    /** Returns when it answers; at once if it does already. */
    public void start() throws IOException, InterruptedException {
        if (isAlive()) {
            return;
        }
        String stale = address();
        started = launcher.start("", "serve");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (address().isEmpty() || address().equals(stale)) {
            if (!started.process().isAlive()) {
                throw new IllegalStateException("the platform does not start: " + started.said().line());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the platform does not answer within " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    public boolean isAlive() {
        return started != null && started.process().isAlive();
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        started.kill();
    }

    /** As a service manager does. */
    public void terminate(Event event) throws InterruptedException {
        long begun = System.nanoTime();
        started.process().destroy();
        boolean ended = started.process().waitFor(END_SECONDS, TimeUnit.SECONDS);
        event.note("it ended after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + " ms");
        event.expect(ended, "the serving process did not end within " + END_SECONDS + " s of being asked to");
        if (!ended) {
            kill();
        }
        event.expect(Files.notExists(address), "a process that ended in order left its address");
    }

    /** A console command of the serving process. */
    public Started console(String line) throws IOException {
        return launcher.start(line + "\n", "shell");
    }

    private String address() throws IOException {
        return Files.exists(address) ? Files.readString(address) : "";
    }
}
