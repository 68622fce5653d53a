package spine.common.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import spine.common.audit.ChainedLog;
import spine.common.audit.LogColumns;
import spine.common.file.LockedFile;

/**
 * Who did what, when, to which study, and what came of it: one line each of columns with tabs between them, chained as those of the audit
 * log ({@link ChainedLog}). Safe for use by many threads and processes.
 */
public final class AccessLog {
    /** Of a column. */
    private static final int MOST_CHARACTERS = 300;

    private final LockedFile lock;
    private final ChainedLog log;

    /** @param file need not exist, nor its folder */
    public AccessLog(Path file) {
        this.lock = new LockedFile(file);
        this.log = new ChainedLog(file);
    }

    /**
     * One line of the log.
     *
     * @param event what kind of thing it is, a word
     * @param who name of account or token, as it was given where nobody is logged in
     * @param address of the other end; empty for this machine
     * @param means how it was proved who that is
     * @param what method and path, or a command
     * @param study its StudyInstanceUID; may be empty
     * @param outcome status of HTTP, or a word
     */
    public record Line(String event, String who, String address, String means, String what, String study, String outcome) {

        /** As it stands in the log. */
        public String text(Instant time) {
            return LogColumns.line(MOST_CHARACTERS, time.truncatedTo(ChronoUnit.SECONDS).toString(), event, who, address, means, what,
                    study, outcome);
        }
    }

    public void add(Instant time, Line line) throws IOException {
        lock.locked(() -> log.add(line.text(time)));
    }
}
