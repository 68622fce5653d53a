package spine.common.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces a file as a whole: the content is written to the hidden sibling {@code .NAME.part}, which then takes the name of
 * the target. A reader sees the old content or the new one; a process killed in the middle leaves the old one. The folder of
 * the target must exist. Two writers of the same target at the same time disturb each other; see {@link LockedFile}.
 */
public final class AtomicFile {

    private AtomicFile() {
    }

    /** Writes the content of a file to a stream, which the caller closes. */
    @FunctionalInterface
    public interface StreamContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the content of a file under another name. */
    @FunctionalInterface
    public interface FileContent {

        /** @param part does not exist yet, and must when this returns; it lies in the folder of the target */
        void writeTo(Path part) throws IOException;
    }

    /** Replaces {@code target} by the bytes. */
    public static void write(Path target, byte[] content) throws IOException {
        replace(target, part -> Files.write(part, content));
    }

    /** Replaces {@code target} by the text in UTF-8. */
    public static void write(Path target, String content) throws IOException {
        write(target, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces {@code target} by what is written to the stream, which is buffered. If writing fails, the target stays as it is. */
    public static void write(Path target, StreamContent content) throws IOException {
        replace(target, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
        });
    }

    /** Replaces {@code target} by a file that only its path can be given for. If writing fails, the target stays as it is. */
    public static void replace(Path target, FileContent content) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            content.writeTo(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
