package spine.app.internal.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what libraries print to the standard streams, line by line, into the log: standard output carries results only,
 * and a stack trace is no answer to a user.
 */
public final class LogStream extends OutputStream {
    /** Bytes of a line; the rest of it is left out. */
    private static final int LONGEST = 1 << 16;

    private final Logger log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LogStream(String name) {
        this.log = LoggerFactory.getLogger(name);
    }

    /** From now on the log has what anybody prints to {@link System#out} and {@link System#err}. */
    public static void divertStandardStreams() {
        System.setOut(new PrintStream(new LogStream("stdout"), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new LogStream("stderr"), true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            log.info("{}", line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else if (b != '\r' && line.size() < LONGEST) {
            line.write(b);
        }
    }
}
