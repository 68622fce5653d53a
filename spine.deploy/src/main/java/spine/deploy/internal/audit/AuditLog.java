package spine.deploy.internal.audit;

import java.io.IOException;
import java.nio.file.Path;
import spine.common.audit.ChainedLog;

/** The record of everything that came, was refused and went. It is only ever appended to, and nothing is decided by it. */
public final class AuditLog {
    private final ChainedLog log;

    public AuditLog(Path file) {
        this.log = new ChainedLog(file);
    }

    void requireUsable() throws IOException {
        log.requireUsable();
    }

    void add(AuditLine line) throws IOException {
        log.add(line.text());
    }
}
