package spine.web.internal.atna;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import spine.common.audit.ChainedLogReader;
import spine.common.audit.ChainedLogReader.Line;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * What of the log has reached the server. Syslog has no acknowledgement: what was sent counts as received when the connection is still
 * whole a while later. What does not count is sent again by the next connection, so that a line may come twice. For one thread.
 */
final class Transfer implements Closeable {
    private static final int MARK_BYTES = 1024;

    private final ChainedLogReader log;
    private final Path mark;
    private final SyslogServer server;
    private final AuditMessage messages;
    private final SyslogMessage syslog;
    private volatile SyslogConnection connection;
    private String sent;
    private String unsure;
    private String received;

    /**
     * @param mark file with the digest of the line that was received last; without one the transfer begins with what comes now
     */
    Transfer(Path file, Path mark, SyslogServer server, AuditMessage messages, SyslogMessage syslog) throws IOException {
        this.log = new ChainedLogReader(file);
        this.mark = mark;
        this.server = server;
        this.messages = messages;
        this.syslog = syslog;
        if (!Files.exists(mark)) {
            AtomicFile.write(mark, log.last() + "\n");
        }
        received = new String(BoundedFile.regular(mark, MARK_BYTES), StandardCharsets.ISO_8859_1).strip();
    }

    /**
     * Connects, and goes to the line behind the one that was received last.
     *
     * @return false if lines between them are no longer there
     */
    boolean begin() throws IOException {
        connection = server.connect();
        sent = received;
        unsure = received;
        return log.seek(received);
    }

    /** @return whether there was something to send */
    boolean send() throws IOException {
        List<Line> lines = log.next();
        for (Line line : lines) {
            var xml = messages.of(line.text());
            if (xml.isPresent()) {
                connection.send(syslog.of(Instant.now(), xml.get()));
            }
            if (!line.chain().isEmpty()) {
                sent = line.chain();
            }
        }
        return !lines.isEmpty();
    }

    /** To be called some time after the last call: what was sent before that call counts as received now. */
    void confirm() throws IOException {
        connection.requireOpen();
        if (!unsure.equals(received)) {
            AtomicFile.write(mark, unsure + "\n");
            received = unsure;
        }
        unsure = sent;
    }

    /** Whether lines went before they were sent; asked once, then it is forgotten. */
    boolean takeGap() {
        return log.takeGap();
    }

    /** May be called by another thread, whose call ends those that wait. */
    @Override
    public void close() throws IOException {
        SyslogConnection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
