package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that appears complete or not at all: filled under another name beside its place, then moved. */
final class NewFolder implements AutoCloseable {
    private final Path target;
    private final Path work;

    NewFolder(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        this.target = target.toAbsolutePath();
        Path parent = Files.createDirectories(this.target.getParent());
        this.work = Files.createDirectory(parent.resolve("." + this.target.getFileName() + ".part-" + ProcessHandle.current().pid()));
    }

    /** Where to write. */
    Path work() {
        return work;
    }

    /** Moves the finished folder into place. */
    void finish() throws IOException {
        Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(work)) {
            return;
        }
        List<Path> parts;
        try (Stream<Path> all = Files.walk(work)) {
            parts = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path part : parts) {
            Files.delete(part);
        }
    }
}
