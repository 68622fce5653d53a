package spine.deploy.internal.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The record of everything that came, was refused and went. It is only ever appended to, and nobody here reads it. */
public final class AuditLog {
    private final Path file;

    public AuditLog(Path file) {
        this.file = file;
    }

    void add(AuditLine line) throws IOException {
        Files.writeString(file, line.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
