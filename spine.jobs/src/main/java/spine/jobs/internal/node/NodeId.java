package spine.jobs.internal.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.file.DurableNames;
import spine.common.install.HomePermissions;

/** Which node serves a spool folder. It is written in the folder itself: what the database says of files is true where they are. */
public final class NodeId {
    private static final String FILE = ".node";
    private static final int LONGEST = 256;

    private NodeId() {
    }

    /** Reads it, or makes one for a folder that has none; the folder too. */
    public static String of(Path spool) throws IOException {
        HomePermissions.createPrivateFolder(spool);
        Path file = spool.resolve(FILE);
        if (Files.exists(file)) {
            String id = new String(BoundedFile.regular(file, LONGEST), StandardCharsets.UTF_8).strip();
            if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return id;
            }
        }
        String id = UUID.randomUUID().toString();
        AtomicFile.replace(file, part -> {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
        });
        DurableNames.force(spool);
        return id;
    }
}
