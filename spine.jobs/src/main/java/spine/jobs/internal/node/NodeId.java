package spine.jobs.internal.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.file.DurableNames;
import spine.common.install.HomePermissions;

/** Which node serves a spool folder. It is written in the folder itself: what the database says of files is true where they are. */
public final class NodeId {
    private static final String FILE = ".node";
    private static final int LONGEST = 256;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_NANOS = 20_000_000;

    private NodeId() {
    }

    /** Reads it, or makes one for a folder that has none; the folder too. Of several processes that begin with a folder one makes it. */
    public static String of(Path spool) throws IOException {
        HomePermissions.createPrivateFolder(spool);
        Path file = spool.resolve(FILE);
        String fresh = UUID.randomUUID().toString();
        try {
            write(file, fresh);
        } catch (FileAlreadyExistsException there) {
            Optional<String> known = read(file);
            if (known.isPresent()) {
                return known.get();
            }
            AtomicFile.replace(file, part -> write(part, fresh));
        }
        DurableNames.force(spool);
        return fresh;
    }

    private static void write(Path file, String id) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
    }

    /** @return empty if it is none, also after the time that another process may need to write it */
    private static Optional<String> read(Path file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String id = new String(BoundedFile.regular(file, LONGEST), StandardCharsets.UTF_8).strip();
            if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return Optional.of(id);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.empty();
    }
}
