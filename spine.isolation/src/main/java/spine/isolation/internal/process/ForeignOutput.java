package spine.isolation.internal.process;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a process prints, so that it never waits for somebody to read it, and logs the beginning. */
final class ForeignOutput implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignOutput.class);
    /** What Java prints before it ends for want of memory. */
    private static final String NO_MEMORY = "Terminating due to java.lang.OutOfMemoryError";
    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 500;

    private final String subject;
    private final InputStream in;
    private final StringBuilder line = new StringBuilder();
    private int lines;
    private volatile boolean memoryUsedUp;

    /** @param subject what runs in the process, for the log */
    ForeignOutput(String subject, InputStream in) {
        this.subject = subject;
        this.in = in;
    }

    boolean memoryUsedUp() {
        return memoryUsedUp;
    }

    @Override
    public void run() {
        byte[] some = new byte[8192];
        try {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                for (int i = 0; i < count; i++) {
                    take((char) (some[i] & 0xff));
                }
            }
            end();
        } catch (IOException closed) {
            // With the process.
        }
    }

    private void take(char c) {
        if (c == '\n') {
            end();
        } else if (line.length() < MOST_CHARACTERS) {
            line.append(c < ' ' || c > '~' ? '?' : c);
        }
    }

    private void end() {
        String text = line.toString();
        line.setLength(0);
        memoryUsedUp |= text.startsWith(NO_MEMORY);
        if (!text.isBlank() && lines <= MOST_LINES) {
            LOG.info("{} prints: {}", subject, lines++ < MOST_LINES ? text : "more, which is left out");
        }
    }
}
