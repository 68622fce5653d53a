package spine.deploy.internal.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The record of everything that came, was refused and went. It is only ever appended to. */
public final class AuditLog {
    private final Path file;

    public AuditLog(Path file) {
        this.file = file;
    }

    public void add(AuditLine line) throws IOException {
        Files.writeString(file, line.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A position for {@link #since}. */
    public long end() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** @param position result of {@link #end}, or 0 for all lines */
    public List<AuditLine> since(long position) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position);
            byte[] bytes = new byte[Math.toIntExact(in.length() - position)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.lines().map(AuditLine::parse).flatMap(Optional::stream).toList();
        }
    }
}
